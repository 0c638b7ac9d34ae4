import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressOf, buildingKey, placeKeyOf, readPlace } from '../../server/residents/place.ts';

describe('where somebody lives, in one line', () => {
  test.each([
    ['3栋1单元1502', ['3', '1', '1502']],
    ['３栋１单元１５０２室', ['3', '1', '1502']],
    ['三号楼二单元 1502 房', ['3', '2', '1502']],
    ['阳光花园12栋1502', ['12', '', '1502']],
    ['十二幢 一五零二', null],
    ['3-1502', ['3', '', '1502']],
    ['3-1-1502', ['3', '1', '1502']],
    ['A座1203', ['A', '', '1203']],
    ['3棟2單元15樓1502', ['3', '2', '1502']],
    ['2栋', ['2', '', '']],
    ['Flat 12B, Tower 2', ['Tower 2', '', '12B']],
    ['Block A, Unit 5', ['Block A', '', '5']],
    ['裙楼商铺 S-08', null],
    ['', null],
    ['1502', null],
    ['138-0013-8001', null],
  ])('%s', (text, place) => {
    expect(readPlace(text)).toEqual(place && { building: place[0], unit: place[1], room: place[2] });
  });

  test('a building has one key in any writing', () => {
    for (const writing of ['3', '3栋', '３栋', '三栋', '3号楼', '第3栋'.slice(1), ' 3 栋']) expect([writing, buildingKey(writing)]).toEqual([writing, '3']);
    expect(['Tower 2', 'tower2', '2座', 'A座', 'a栋', '裙楼', '十二栋', 'Tower', '太子大楼'].map(buildingKey)).toEqual(['2', '2', '2', 'a', 'a', '裙楼', '12', 'tower', '太子大楼']);
  });

  test('what is shown of a property says the same property when it is read again', () => {
    const place = fc.record({ building: fc.integer({ min: 1, max: 99 }).map(String), unit: fc.oneof(fc.constant(''), fc.integer({ min: 1, max: 9 }).map(String)), room: fc.integer({ min: 101, max: 9999 }).map(String) });
    fc.assert(fc.property(place, (one) => expect(readPlace(addressOf(one))).toEqual(one)));
  });

  test('no text makes it fail, and a key is its own key', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'binary' }), (text) => {
        readPlace(text);
        const key = placeKeyOf({ building: text, unit: '', room: '' });
        expect(key.building).toBe(buildingKey(text));
      }),
    );
  });
});
