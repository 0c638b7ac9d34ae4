export type Ringer = 'soft' | 'clear' | 'old' | 'off';
export const ringers: readonly Ringer[] = ['soft', 'clear', 'old', 'off'];

const key = 'three-rings.ringer';

export function chosenRinger(): Ringer {
  return ringers.find((ringer) => ringer === localStorage.getItem(key)) ?? 'soft';
}

export function chooseRinger(ringer: Ringer): void {
  localStorage.setItem(key, ringer);
}

/** Tones of one ring: frequency, start and length in seconds. */
const tones: Record<Exclude<Ringer, 'off'>, readonly (readonly [hertz: number, start: number, length: number])[]> = {
  soft: [[523.25, 0, 0.35], [659.25, 0.18, 0.5]],
  clear: [[880, 0, 0.18], [1174.66, 0.2, 0.18], [880, 0.4, 0.18], [1174.66, 0.6, 0.18]],
  old: Array.from({ length: 12 }, (_, n) => [n % 2 ? 480 : 440, n * 0.07, 0.07] as const),
};
const loudness = 0.18;

let context: AudioContext | null = null;

/** One ring. Browsers play nothing before the first key or click on the page: then this is silent. */
export function ringOnce(ringer: Ringer = chosenRinger()): void {
  if (ringer === 'off') return;
  context ??= new AudioContext();
  const sound = context;
  void sound.resume().then(() => {
    for (const [hertz, start, length] of tones[ringer]) {
      const at = sound.currentTime + start;
      const oscillator = sound.createOscillator();
      const gain = sound.createGain();
      oscillator.frequency.value = hertz;
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(loudness, at + 0.02);
      gain.gain.exponentialRampToValueAtTime(0.001, at + length);
      oscillator.connect(gain).connect(sound.destination);
      oscillator.start(at);
      oscillator.stop(at + length);
    }
  });
}

/** Rings in the caller's cadence until told to stop. */
export function startRinging(cycleMs: number): () => void {
  ringOnce();
  const timer = setInterval(() => ringOnce(), cycleMs);
  return () => clearInterval(timer);
}
