/** How loud the agent is (S1 五.1.g, S3 打电话.1: neither too loud nor too low). `silent`: nothing that could be speech. */
export type VoiceLevel = 'silent' | 'tooLow' | 'good' | 'tooLoud';

/** One look at the microphone: its loudness and its highest peak, dB below the loudest possible (0). */
export interface Frame {
  rms: number;
  peak: number;
}

/** Quieter than this is the room, not a voice. */
export const roomDb = -55;
/** The middle loudness of speech that is easy to hear lies between these. */
export const lowDb = -38;
/** Upper end of the good middle loudness, dB below the loudest possible. */
export const loudDb = -14;
/** Peaks that touch the ceiling crackle, however loud the rest is. */
const crackleDb = -0.5;
const crackles = 3;
/** So many frames of voice are needed before anything is said about it. */
export const leastFrames = 8;

/** Judges the last seconds. Pure. */
export function judgeVoice(frames: readonly Frame[]): VoiceLevel {
  const voiced = frames.filter(({ rms }) => rms > roomDb);
  if (voiced.length < leastFrames) return 'silent';
  const middle = [...voiced].sort((a, b) => a.rms - b.rms)[Math.floor(voiced.length / 2)]?.rms ?? roomDb;
  if (middle > loudDb || voiced.filter(({ peak }) => peak > crackleDb).length >= crackles) return 'tooLoud';
  return middle < lowDb ? 'tooLow' : 'good';
}

/** The loudness and peak of one piece of sound, samples from -1 to 1. */
export function frameOf(samples: Float32Array): Frame {
  let sum = 0;
  let highest = 0;
  for (const sample of samples) {
    sum += sample * sample;
    highest = Math.max(highest, Math.abs(sample));
  }
  const db = (amplitude: number): number => Math.max(-100, 20 * Math.log10(amplitude || 1e-6));
  return { rms: db(Math.sqrt(sum / Math.max(1, samples.length))), peak: db(highest) };
}
