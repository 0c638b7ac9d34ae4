import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DomainError } from '../../server/contract/errors.ts';
import { openDirectory } from '../../server/people/directory.ts';
import type { Directory } from '../../server/people/directory.ts';
import type { Editing } from '../../server/people/editing.ts';
import { changeStaff } from '../../server/people/staffEdit.ts';
import type { Store } from '../../server/store/openStore.ts';
import { removeTemporaryFolders } from '../store/support/folders.ts';
import { aStaffMember, aUnit, aUser } from '../suites/records.ts';
import { openRecords } from './support/sqliteRecords.ts';

let store: Store;
/** Two nodes that have not heard of each other's writing yet. */
let one: Directory;
let other: Directory;
beforeAll(async () => {
  store = await openRecords();
  await store.people.savePeople({ units: [aUnit({ id: 'unit1' })], staff: [aStaffMember({ id: 'zhang' }), aStaffMember({ id: 'wang', extension: '8011' })], users: [aUser({ id: 'li' })] });
  [one, other] = await Promise.all([openDirectory(store.people), openDirectory(store.people)]);
});
afterAll(async () => {
  await store.close();
  removeTemporaryFolders();
});

const editing = (directory: Directory): Editing => ({ people: directory.all(), by: { id: 'admin', name: '赵敏' }, now: 1_700_000_000_000 });
const change = (directory: Directory, patch: { title?: string; extension?: string; rev: number }): Promise<void> => directory.amend(() => changeStaff(editing(directory), 'zhang', patch).changes);

test('of two people who edit the same record on two nodes in the same moment the second is told, and has the fresh record before him', async () => {
  const asked = [change(one, { title: '经理', rev: 0 }), change(other, { extension: '8099', rev: 0 })];
  const answers = await Promise.allSettled(asked);
  const lost = answers.filter((answer) => answer.status === 'rejected');
  expect(lost.map(({ reason }) => (reason as DomainError).code)).toEqual(['conflict']);
  const [stored] = (await store.people.findPeople({ staff: ['zhang'] })).staff;
  expect([stored?.title, stored?.extension]).toEqual(answers[0]?.status === 'fulfilled' ? ['经理', '8012'] : ['主管', '8099']);
  const loser = answers[0]?.status === 'fulfilled' ? other : one;
  expect(loser.staff('zhang')).toEqual(stored);
  // One entry of the log: what was not written did not happen.
  expect((await store.people.listAudit({ unitIds: null, kind: 'staff', subjectId: 'zhang', limit: 9 })).items).toHaveLength(1);
  await change(loser, { extension: '8100', rev: 1 });
  expect((await store.people.findPeople({ staff: ['zhang'] })).staff[0]).toMatchObject({ rev: 2, extension: '8100', title: stored?.title });
});

test('what the program writes on one node is not lost by an edit on the other', async () => {
  const away = one.staff('wang');
  const agent = other.user('li');
  if (!away || !agent) throw new Error('nobody');
  await one.amend(() => ({ staff: [{ ...away, absence: { kind: 'open-ended' } }] }));
  await other.amend(() => changeStaff(editing(other), 'wang', { title: '客服经理', rev: 0 }).changes);
  expect((await store.people.findPeople({ staff: ['wang'] })).staff[0]).toMatchObject({ title: '客服经理', absence: { kind: 'open-ended' } });
  await Promise.all([one, other].map((node, turn) => node.amend(() => ({ users: node.all().users.map((user) => ({ ...user, ...(turn === 0 ? { presence: 'available' as const } : { language: 'en' as const }) })) }))));
  expect((await store.people.findPeople({ users: ['li'] })).users[0]).toMatchObject({ presence: 'available', language: 'en', rev: 0 });
});
