import type { Role } from '../../../server/contract/primitives.ts';
import { useRoute } from './route.ts';

/** The pages in the top band by role, the first one first seen. */
export const pagesOf = { agent: ['desk', 'calls', 'slips', 'board'], supervisor: ['board', 'desk', 'calls', 'slips'], staff: ['slips'], admin: ['board', 'calls', 'slips'] } as const;

/** Pages behind the name at the upper right. */
const ownPages = { agent: ['settings', 'phone'], supervisor: ['settings', 'phone'], staff: ['settings'], admin: ['settings'] } as const;

export type Page = (typeof pagesOf)[Role][number] | (typeof ownPages)[Role][number];

/** The page in sight; what this role may not see, or what is none, is his first page. */
export function usePage(role: Role): Page {
  const [asked] = useRoute();
  return [...pagesOf[role], ...ownPages[role]].find((page) => page === asked) ?? pagesOf[role][0];
}

export const answersCalls = (role: Role): boolean => role === 'agent' || role === 'supervisor';
