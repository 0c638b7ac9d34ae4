/** Three soft tones where voices lie, over the earpiece that was chosen, the way a call comes to the ear. */
export function playVoice(deviceId: string | null): void {
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const length = [330, 440, 550].reduce((start, hertz) => {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    const at = context.currentTime + start;
    oscillator.frequency.value = hertz;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(0.2, at + 0.05);
    gain.gain.exponentialRampToValueAtTime(0.001, at + 0.35);
    oscillator.connect(gain).connect(out);
    oscillator.start(at);
    oscillator.stop(at + 0.4);
    return start + 0.4;
  }, 0.1);
  const ear = new Audio();
  ear.srcObject = out.stream;
  const play = async (): Promise<void> => {
    if (deviceId !== null && 'setSinkId' in ear) await ear.setSinkId(deviceId);
    await ear.play();
  };
  // An earpiece that was pulled out: nothing is heard, which is what the test is for.
  play().catch(() => undefined);
  setTimeout(() => void context.close(), (length + 0.5) * 1000);
}
