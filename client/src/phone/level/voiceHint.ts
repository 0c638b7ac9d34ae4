import { judgeVoice } from './voiceLevel.ts';
import type { Frame } from './voiceLevel.ts';
import { framesKept } from './measureStream.ts';

/** One hint a call at most (DOMAIN 5, voice): the voice was wrong for so many looks in a row, each of about three seconds. */
const looksInARow = 3;

/** Listens to how loud the agent speaks in one call; says so once, when it is wrong for a while. Pure but for its memory. */
export function openVoiceHint(onHint: (hint: 'tooLow' | 'tooLoud') => void): (frame: Frame) => void {
  let frames: Frame[] = [];
  let wrong: 'tooLow' | 'tooLoud' | null = null;
  let looks = 0;
  let isTold = false;
  return (frame) => {
    if (isTold) return;
    frames.push(frame);
    if (frames.length < framesKept) return;
    const level = judgeVoice(frames);
    frames = [];
    // He listens: that says nothing about his voice.
    if (level === 'silent') return;
    looks = level === 'good' ? 0 : level === wrong ? looks + 1 : 1;
    wrong = level === 'good' ? null : level;
    if (wrong === null || looks < looksInARow) return;
    isTold = true;
    onHint(wrong);
  };
}
