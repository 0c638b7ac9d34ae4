import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoPeople } from '../../server/people/demo.ts';
import { openDirectory, type Directory } from '../../server/people/directory.ts';
import { openFloor, type Floor } from '../../server/people/floor.ts';
import type { Store } from '../../server/store/openStore.ts';
import { removeTemporaryFolders } from '../store/support/folders.ts';
import { openRecords } from './support/sqliteRecords.ts';

let store: Store;
beforeAll(async () => {
  store = await openRecords();
});
afterAll(async () => {
  await store.close();
  removeTemporaryFolders();
});

async function aFloor(): Promise<{ floor: Floor; directory: Directory; told: string[] }> {
  const directory = await openDirectory(store.people);
  await directory.save(await demoPeople(() => Promise.resolve('hash'), 100));
  const floor = openFloor(directory);
  const told: string[] = [];
  floor.onChange((userId) => told.push(userId));
  return { floor, directory, told };
}

const standing = (floor: Floor, id: string) => floor.standings().find((one) => one.id === id);

describe('who may be rung', () => {
  test('only agents and supervisors answer calls', async () => {
    const { floor } = await aFloor();
    expect(floor.standings().map((one) => one.id).sort()).toEqual(['agent', 'agent2', 'supervisor']);
    await expect(floor.setPresence('admin', 'available', null, 200)).rejects.toMatchObject({ code: 'not_found' });
    await expect(floor.setPresence('nobody', 'available', null, 200)).rejects.toMatchObject({ code: 'not_found' });
    expect(() => floor.registerPhone('staff', 'c1', 200)).toThrow(expect.objectContaining({ code: 'not_found' }));
    expect(floor.view('admin', null)).toBeNull();
    floor.callEnded('admin', 200);
  });

  test('a phone belongs to the connection that registered it last', async () => {
    const { floor, told } = await aFloor();
    expect(floor.registerPhone('agent', 'tab1', 200).phone).toBe('registered');
    floor.registerPhone('agent', 'tab2', 210);
    expect(floor.unregisterPhone('agent', 'tab1', 220).phone).toBe('registered');
    floor.connectionClosed('tab1', 230);
    expect(standing(floor, 'agent')?.phone).toBe(true);
    floor.connectionClosed('tab2', 240);
    expect(standing(floor, 'agent')?.phone).toBe(false);
    expect(told).toEqual(['agent', 'agent', 'agent']);
  });

  test('a connection that goes takes every phone on it along', async () => {
    const { floor } = await aFloor();
    floor.registerPhone('agent', 'robots', 200);
    floor.registerPhone('agent2', 'robots', 200);
    floor.connectionClosed('robots', 210);
    expect(floor.standings().map((one) => one.phone)).toEqual([false, false, false]);
  });

  test('the longest idle comes first: idle since available, and again since each call ended', async () => {
    const { floor } = await aFloor();
    await floor.setPresence('agent', 'available', null, 200);
    await floor.setPresence('agent2', 'available', null, 300);
    await floor.setPresence('supervisor', 'available', null, 400);
    expect(floor.standings().map((one) => one.id)).toEqual(['agent', 'agent2', 'supervisor']);
    floor.callEnded('agent', 500);
    expect(floor.standings().map((one) => [one.id, one.idleSince])).toEqual([['agent2', 300], ['supervisor', 400], ['agent', 500]]);
    await floor.setPresence('agent2', 'break', '午饭', 600);
    await floor.setPresence('agent2', 'available', null, 700);
    expect(floor.standings().map((one) => one.id)).toEqual(['supervisor', 'agent', 'agent2']);
  });

  test('saying the same again neither moves an agent back in the row nor tells anybody', async () => {
    const { floor, told } = await aFloor();
    await floor.setPresence('agent', 'available', null, 200);
    await floor.setPresence('agent', 'available', null, 900);
    expect(standing(floor, 'agent')).toMatchObject({ idleSince: 200, presence: 'available' });
    expect(floor.view('agent', null)?.since).toBe(200);
    expect(told).toEqual(['agent']);
  });

  test('presence counts at once, before the disk has it, and outlives a restart', async () => {
    const { floor, directory } = await aFloor();
    const saved = floor.setPresence('agent', 'break', '午饭', 200);
    expect(standing(floor, 'agent')?.presence).toBe('break');
    expect(await saved).toMatchObject({ id: 'agent', presence: 'break', reason: '午饭', since: 200, callId: null });
    expect(directory.user('agent')).toMatchObject({ presence: 'break', presenceReason: '午饭', presenceSince: 200 });
    const restarted = openFloor(await openDirectory(store.people));
    expect(restarted.view('agent', null)).toMatchObject({ presence: 'break', reason: '午饭', since: 200, phone: 'unregistered' });
  });

  test('writing presence loses no other change to the same user', async () => {
    const { floor, directory } = await aFloor();
    const user = directory.user('agent');
    if (!user) throw new Error('no agent');
    await Promise.all([directory.save({ users: [{ ...user, name: '李静静' }] }), floor.setPresence('agent', 'available', null, 300)]);
    expect(directory.user('agent')).toMatchObject({ name: '李静静', presence: 'available' });
  });

  test('the view carries the call that the desk knows of', async () => {
    const { floor } = await aFloor();
    expect(floor.views((id) => (id === 'agent' ? 'CA1' : null)).find((one) => one.id === 'agent')).toMatchObject({ callId: 'CA1', name: '李静', unitIds: ['sunshine', 'harbour'] });
  });

  test('a listener that stopped hears nothing more', async () => {
    const { floor } = await aFloor();
    let heard = 0;
    const stop = floor.onChange(() => (heard += 1));
    floor.registerPhone('agent', 'c', 1);
    stop();
    floor.registerPhone('agent', 'd', 2);
    expect(heard).toBe(1);
  });
});
