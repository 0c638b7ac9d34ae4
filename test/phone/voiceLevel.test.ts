import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { frameOf, judgeVoice, leastFrames } from '../../client/src/phone/level/voiceLevel.ts';
import type { Frame } from '../../client/src/phone/level/voiceLevel.ts';

const speech = (rms: number, count = 40): Frame[] => Array.from({ length: count }, (_, index) => ({ rms: rms + ((index % 5) - 2), peak: Math.min(-2, rms + 12) }));
const room = (count: number): Frame[] => Array.from({ length: count }, () => ({ rms: -68, peak: -60 }));

describe('how loud somebody speaks', () => {
  test.each([
    ['a room without a voice', room(50), 'silent'],
    ['a cough', [...room(40), ...speech(-20, leastFrames - 1)], 'silent'],
    ['a whisper', speech(-46), 'tooLow'],
    ['a usual voice', speech(-26), 'good'],
    ['a usual voice with pauses', [...room(30), ...speech(-26, 12)], 'good'],
    ['shouting', speech(-9), 'tooLoud'],
    ['peaks that crackle', speech(-24).map((frame, index) => (index % 8 === 0 ? { ...frame, peak: 0 } : frame)), 'tooLoud'],
    ['one knock on the microphone', [{ rms: -10, peak: 0 }, ...speech(-26)], 'good'],
  ] as const)('%s', (_, frames, level) => expect(judgeVoice(frames)).toBe(level));

  test('a louder voice is never judged lower', () => {
    const ranks = ['silent', 'tooLow', 'good', 'tooLoud'];
    fc.assert(
      fc.property(fc.array(fc.record({ rms: fc.integer({ min: -90, max: -20 }), peak: fc.constant(-20) }), { minLength: leastFrames, maxLength: 50 }), fc.integer({ min: 0, max: 15 }), (frames, louder) => {
        const before = frames.filter(({ rms }) => rms > -55);
        const after = before.map(({ rms, peak }) => ({ rms: rms + louder, peak }));
        expect(ranks.indexOf(judgeVoice(after))).toBeGreaterThanOrEqual(ranks.indexOf(judgeVoice(before)));
      }),
    );
  });

  test('sound is measured in decibels below the loudest possible', () => {
    const wave = (amplitude: number): Float32Array => Float32Array.from({ length: 4800 }, (_, n) => amplitude * Math.sin(n / 5));
    expect(frameOf(new Float32Array(2048))).toEqual({ rms: -100, peak: -100 });
    expect(frameOf(wave(1)).rms).toBeCloseTo(-3, 1);
    expect(frameOf(wave(1)).peak).toBeCloseTo(0, 1);
    expect(frameOf(wave(0.1)).rms).toBeCloseTo(-23, 1);
    expect(frameOf(new Float32Array(0))).toEqual({ rms: -100, peak: -100 });
  });
});
