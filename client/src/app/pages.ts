import type { Role } from '../../../server/contract/primitives.ts';
import { useRoute } from './route.ts';

/** The pages in the top band by role, the first one first seen. */
export const pagesOf = { agent: ['desk', 'calls', 'slips', 'board', 'people', 'residents'], supervisor: ['board', 'desk', 'calls', 'slips', 'people', 'residents', 'offices'], staff: ['inbox', 'me', 'search'], admin: ['board', 'calls', 'slips', 'people', 'residents', 'offices'] } as const;

/** Pages behind the name at the upper right. */
const ownPages = { agent: ['search', 'settings', 'me', 'inbox', 'phone'], supervisor: ['search', 'settings', 'me', 'inbox', 'phone'], staff: ['settings'], admin: ['search', 'settings', 'me', 'inbox'] } as const;

/** The first part of the address. */
export type Page = (typeof pagesOf)[Role][number] | (typeof ownPages)[Role][number];

/** The page in sight; what this role may not see, or what is none, is his first page. */
export function usePage(role: Role): Page {
  const [asked] = useRoute();
  return [...pagesOf[role], ...ownPages[role]].find((page) => page === asked) ?? pagesOf[role][0];
}

/** Sets offices up: their staff, residents and lists. */
export const keepsOffice = (role: Role): boolean => role === 'supervisor' || role === 'admin';

/** Has a desk and a phone. */
export const answersCalls = (role: Role): boolean => role === 'agent' || role === 'supervisor';
