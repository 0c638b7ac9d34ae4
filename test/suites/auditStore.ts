import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NewAuditEntry } from '../../server/contract/audit.ts';
import { checkAudit } from '../../server/privacy/checkAudit.ts';
import { openAuditReader } from '../../server/store/openStore.ts';
import type { Store, StoreOptions } from '../../server/store/openStore.ts';
import { anId } from './records.ts';

const anEntry = (over: Partial<NewAuditEntry> = {}): NewAuditEntry => ({ at: 1_700_000_000_000, by: { id: 'admin', name: '赵敏' }, unitId: 'unit1', act: 'changed', subject: { kind: 'staff', id: anId('staff'), name: '张伟' }, before: { extension: '8012' }, after: { extension: '8013' }, reason: "'; drop table audit; -- \u0000 🏠", ...over });
const aResidents = (): NewAuditEntry => anEntry({ subject: { kind: 'resident', id: anId('resident'), name: '赵丽' }, before: null, after: { numbers: ['+8613800138003'] }, reason: '赵丽来电更正' });

/** What every AuditStore must do. `open` gives an empty store, and a hand that writes past it. */
export function describeAuditStore(name: string, open: () => Promise<{ store: Store; options: StoreOptions; tamper(sql: string): Promise<void> }>): void {
  describe(`${name}: the chain of the audit log`, () => {
    let house: Awaited<ReturnType<typeof open>>;
    const sealAll = async () => {
      while ((await house.store.audit.seal()) > 0);
    };
    const check = () => checkAudit(house.store.audit.chain, [], () => 5);
    const add = (...audit: NewAuditEntry[]) => house.store.people.savePeople({ audit });
    beforeAll(async () => {
      house = await open();
    });
    afterAll(() => house.store.close());

    test('entries are stored first, and sealed in order within moments; all of it is found whole', async () => {
      expect(await check()).toMatchObject({ sealed: 0, unsealed: 0, broken: null });
      await add(anEntry(), aResidents(), anEntry({ unitId: null, by: null }));
      expect(await check()).toMatchObject({ sealed: 0, unsealed: 3, broken: null });
      await sealAll();
      expect(await check()).toMatchObject({ at: 5, sealed: 3, unsealed: 0, erased: 0, broken: null });
      expect(await house.store.audit.seal()).toBe(0);
    });

    test('what an entry tells of a resident stands beside it, and is read as before', async () => {
      const { items } = await house.store.people.listAudit({ unitIds: null, kind: 'resident', limit: 5 });
      expect(items[0]).toMatchObject({ subject: { name: '赵丽' }, after: { numbers: ['+8613800138003'] }, reason: '赵丽来电更正' });
      const [, link] = await house.store.audit.chain.links(0, 9, 9);
      expect(link?.body).not.toMatch(/赵丽|13800138003/);
      expect(link?.personal).toMatch(/赵丽.*13800138003/);
    });

    test('a thousand entries and several nodes that seal at once: one chain', async () => {
      await add(...Array.from({ length: 1_100 }, () => anEntry()));
      await Promise.all([sealAll(), sealAll(), sealAll()]);
      expect(await check()).toMatchObject({ sealed: 1_103, unsealed: 0, broken: null });
    });

    test('the check command reads beside a server that writes, and writes nothing', async () => {
      const opened = await openAuditReader(house.options);
      try {
        await add(anEntry());
        expect(await checkAudit(opened.reader, [], () => 5)).toMatchObject({ sealed: 1_103, unsealed: 1, broken: null });
        await sealAll();
        expect(await checkAudit(opened.reader, [], () => 5)).toMatchObject({ sealed: 1_104, unsealed: 0, broken: null });
      } finally {
        await opened.close();
      }
    });

    test('values that are gone count as erased only where an entry about an erasure names them', async () => {
      const [link] = (await house.store.audit.chain.links(0, 9, 9)).filter(({ kind }) => kind === 'resident');
      const id = link?.position ?? 0;
      await house.tamper(`update audit set personal = null where position = ${id}`);
      expect(await check()).toMatchObject({ broken: { id, seq: 2, why: 'blanked' } });
      await add(anEntry({ act: 'erased', subject: { kind: 'caller', id: 'hash', name: '' }, before: null, after: { entries: [id] } }));
      expect(await check()).toMatchObject({ erased: 1, broken: null });
      expect((await house.store.people.listAudit({ unitIds: null, kind: 'resident', limit: 5 })).items[0]).toMatchObject({ erased: true, subject: { name: '' }, before: null, after: null });
      await sealAll();
    });

    test('a hand that edits, takes out or cuts off behind the program is found, by the first broken entry', async () => {
      await add(...Array.from({ length: 6 }, () => anEntry()));
      await sealAll();
      const links = await house.store.audit.chain.links(0, 9_999, 9_999);
      const [third, fifth, last] = [links[2], links[4], links.at(-1)];
      const anchor = { seq: last?.seq ?? 0, hash: last?.hash ?? '' };
      // The end cut off together with the head: only who kept the head elsewhere can tell.
      await house.tamper(`delete from audit where seq = ${anchor.seq}; update audit_chain set seq = ${anchor.seq - 1}, hash = '${links.at(-2)?.hash}'`);
      expect(await check()).toMatchObject({ sealed: anchor.seq - 1, broken: null });
      expect(await checkAudit(house.store.audit.chain, [anchor], () => 5)).toMatchObject({ broken: { id: null, seq: anchor.seq, why: 'missing' } });
      await house.tamper(`delete from audit where seq = 5`);
      expect(await check()).toMatchObject({ broken: { id: links[5]?.position, seq: fifth?.seq, why: 'missing' } });
      await house.tamper(`update audit set at = at + 1 where seq = 3`);
      expect(await check()).toMatchObject({ broken: { id: third?.position, seq: 3, why: 'changed' } });
    });
  });
}
