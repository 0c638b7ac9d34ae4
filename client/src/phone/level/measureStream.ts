import { frameOf } from './voiceLevel.ts';
import type { Frame } from './voiceLevel.ts';

const everyMs = 60;
/** What is judged together: about three seconds. */
export const framesKept = 50;

/** Measures a stream of sound sixteen times a second. @returns the way to stop; the stream stays open */
export function measureStream(stream: MediaStream, onFrame: (frame: Frame) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 2048;
  context.createMediaStreamSource(stream).connect(analyser);
  void context.resume();
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    onFrame(frameOf(samples));
  }, everyMs);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
