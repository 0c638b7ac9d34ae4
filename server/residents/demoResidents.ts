import { readPlace } from './place.ts';
import { usualResident } from './resident.ts';
import type { Property, Resident } from './resident.ts';

type Row = [name: string, title: string | null, address: string, occupancy: Resident['occupancy'], numbers: string[]];

/** Numbers are made up; two and more rows may share one, as couples and families do. */
const sunshineRows: Row[] = [
  ['王建军', '先生', '1栋1单元101', 'owner', ['+8613800138000']],
  ['李秀兰', '女士', '1栋1单元101', 'owner', ['+8613800138000', '+8675526601101']],
  ['陈志强', '先生', '1栋1单元302', 'owner', ['+8613902910302', '+8613510230302', '+8675526601302']],
  ['刘婷婷', '女士', '1栋1单元501', 'tenant', ['+8613751230501']],
  ['黄丽', '女士', '1栋2单元202', 'owner', ['+8613602580202']],
  ['周建平', '先生', '1栋2单元603', 'owner', ['+8613923450603', '+8675526601603']],
  ['吴敏', '女士', '2栋1单元102', 'tenant', ['+8615012340102']],
  ['徐国栋', '先生', '2栋1单元401', 'owner', ['+8613688880401']],
  ['孙小燕', '女士', '2栋1单元401', 'owner', ['+8613688880402', '+8675526602401']],
  ['孙德胜', '先生', '2栋1单元401', 'other', ['+8675526602401']],
  ['马晓东', '先生', '2栋2单元703', 'tenant', ['+8618600000703']],
  ['朱桂英', '奶奶', '3栋1单元101', 'owner', ['+8675526603101']],
  ['胡海波', '先生', '3栋1单元802', 'owner', ['+8613500010802']],
  ['郭雅琴', '女士', '3栋2单元1201', 'owner', ['+8613714561201']],
  ['何俊杰', '先生', '3栋2单元1503', 'tenant', ['+8618925251503']],
  ['高翔', '先生', '5栋1单元601', 'owner', ['+8613825250601']],
  ['林美玲', '女士', '5栋1单元902', 'owner', ['+8613427850902', '+85298765432']],
  ['罗永福', '先生', '5栋2单元1102', 'owner', ['+8613923111102']],
  ['Michael Thompson', 'Mr', '6栋1单元1801', 'tenant', ['+8618688881801']],
  ['Sarah Thompson', 'Ms', '6栋1单元1801', 'tenant', ['+8618688881802']],
  ['阿卜杜热西提·买买提依明', '先生', '6栋1单元2003', 'tenant', ['+8613999992003']],
  ['欧阳慧敏', '女士', '6栋2单元2101', 'owner', ['+8613632742101']],
  ['深圳市阳光花园幼儿园有限公司(园长办公室)', null, '裙楼商铺 S-08', 'tenant', ['+8675526608008']],
  ['便民超市', null, '裙楼商铺 S-11', 'tenant', ['+8675526608011', '+8613428881011']],
  // The scripted callers of the practice line, as an office would have them on file: alone, as a couple, as a family of three, or not at all.
  ['刘敏', '女士', '3栋1单元1502', 'owner', ['+8613800138001']],
  ['周强', '先生', '3栋1单元1502', 'owner', ['+8613800138001']],
  ['陈先生', null, '5栋1单元808', 'tenant', ['+8613800138002']],
  ['黄女士', null, '1栋2单元2203', 'owner', ['+8613800138004']],
  ['孙福海', '大爷', '6栋1单元201', 'owner', ['+8613800138007']],
  ['孙丽萍', '女士', '2栋2单元1104', 'other', ['+8613800138007']],
  ['孙志远', '先生', '6栋1单元201', 'other', ['+8613800138007']],
];

const harbourRows: Row[] = [
  ['Margaret Ho', 'Mrs', 'Flat 3A, Tower 1', 'owner', ['+85223456101']],
  ['Jonathan Fitzgerald-Montgomery', 'Mr', 'Flat 12B, Tower 1', 'tenant', ['+85291230012']],
  ['陳淑芬', '太太', 'Flat 8C, Tower 1', 'owner', ['+85261230008']],
  ['Raymond Cheung', 'Mr', 'Flat 15D, Tower 2', 'owner', ['+85263450015', '+85223456215']],
  ['Priya Raman', 'Ms', 'Flat 20A, Tower 2', 'tenant', ['+85290870020']],
  ['Olivia Cheung', 'Mrs', 'Flat 15D, Tower 2', 'owner', ['+85223456215']],
  ['李國榮', '先生', 'Flat 22B, Tower 2', 'owner', ['+85291110022', '+8613800138000']],
  ['Sarah Miller', 'Ms', 'Flat 12B, Tower 2', 'tenant', ['+85261230005']],
  ['何陳慧芳', '太太', 'Flat 9A, Tower 1', 'owner', ['+85261230006']],
];

/** What the two rows without a building in their address are written by hand for. */
const shops: Property = { ...usualResident.property, building: '裙楼' };

/** What the file of a few tells besides, so that a file with everything on it can be looked at. */
const more: Record<string, Partial<Resident>> = {
  刘敏: { ref: 'YG-0031', household: 3, occupiedFrom: '2019-06-01', serviceNeeds: '每月第一个周六上午家政保洁', notes: '白天多在公司，急事请打手机。' },
  朱桂英: { ref: 'YG-0012', household: 1, occupiedFrom: '2008-03-15', serviceNeeds: '独居老人，耳朵不太好，说话请慢一点；上门维修请提前一天约。' },
  'Raymond Cheung': { ref: 'HV-0104', household: 2, occupiedFrom: '2016-09-01', serviceNeeds: 'Please call before noon' },
};

/** About forty residents: shared numbers, several numbers, tenants, a shop, English and long names. `now`: since when they are on file, ms UTC. */
export function demoResidents(sunshine: string, harbour: string, now: number): Resident[] {
  const resident =
    (unitId: string) =>
    ([name, title, address, occupancy, numbers]: Row, at: number): Resident => {
      const place = readPlace(address);
      const area = place ? 68 + ((at * 17) % 70) : null;
      return {
        ...usualResident,
        id: `${unitId}-r${String(at + 1).padStart(3, '0')}`,
        unitId,
        name,
        title: title ?? '',
        numbers: numbers.map((e164) => ({ e164, label: /^\+(?:8675|8522)/.test(e164) ? '座机' : '', since: now, source: 'registration' })),
        address,
        property: place ? { ...place, area, layout: unitId === sunshine ? (area !== null && area > 100 ? '三室两厅' : '两室一厅') : '' } : { ...shops, room: address.split(' ').at(-1) ?? '' },
        occupancy,
        createdAt: now,
        consents: [{ kind: 'file', given: true, at: now, source: '入住登记表' }],
        sources: [{ kind: 'registration', at: now, note: '入住登记表' }],
        ...more[name],
      };
    };
  return [...sunshineRows.map(resident(sunshine)), ...harbourRows.map(resident(harbour))];
}
