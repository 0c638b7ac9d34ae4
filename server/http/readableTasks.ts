import type { Task } from '../contract/task.ts';
import type { User } from '../people/people.ts';
import type { SlipDesk } from '../slips/slipDesk.ts';
import type { TaskListing } from '../tasks/ports.ts';
import type { TaskDesk } from '../tasks/taskDesk.ts';
import { maySeeTask } from './authority.ts';
import type { SlipScope } from './authority.ts';

/** A request looks at no more tasks than these many times its page; the rest is behind its page mark. */
const pagesLookedAt = 20;

interface TaskScope extends SlipScope {
  slipDesk: Pick<SlipDesk, 'get'>;
}

/** Whether this user may see this task, read from the records where that depends on its slip. */
export async function isReadableTask(scope: TaskScope, user: User, task: Task): Promise<boolean> {
  // Most depend on nothing that has to be read.
  if (task.slipId === null || !maySeeTask(scope, user, { ...task, slipId: null }, null) || task.owner?.id === user.id) return maySeeTask(scope, user, task, null);
  return maySeeTask(scope, user, task, await scope.slipDesk.get(task.slipId));
}

/** A page of those tasks that this user may see. It may be short, or empty, with a page mark all the same. */
export async function readableTasks(scope: TaskScope & { taskDesk: Pick<TaskDesk, 'list'> }, user: User, listing: TaskListing): Promise<{ items: Task[]; next?: string }> {
  const items: Task[] = [];
  let { cursor } = listing;
  for (let looked = 0; looked < pagesLookedAt; looked++) {
    const page = await scope.taskDesk.list({ ...listing, limit: listing.limit - items.length, cursor });
    const readable = await Promise.all(page.items.map((task) => isReadableTask(scope, user, task)));
    items.push(...page.items.filter((_, at) => readable[at]));
    cursor = page.next;
    if (cursor === undefined || items.length >= listing.limit) break;
  }
  return cursor === undefined ? { items } : { items, next: cursor };
}
