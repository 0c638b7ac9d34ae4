import type { Page } from 'playwright-core';

/** The caller's end of a call's sound: a real RTCPeerConnection in a page of its own, which plays a tone and listens. */
export interface FarEnd {
  /** The offer with all ways to reach it. */
  offer: string;
  /** Takes the agent's answer; ends when the two are joined. */
  join(answer: string): Promise<void>;
  /** The energy of what it has heard so far; grows with sound, stands still with silence. */
  energyHeard(): Promise<number>;
  /** One second of its own sound later. */
  afterASecond(): Promise<void>;
}

declare global {
  interface Window {
    farEnd: RTCPeerConnection;
  }
}

/** One second by the clock of the page's own sound: what arrives is measured against it. */
const afterASecond = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const clock = new AudioContext();
    while (clock.currentTime < 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    await clock.close();
  });

/** Answers a call out of a browser, as the carrier would: the answer with all ways to reach it. */
export async function answerOffer(page: Page, offer: string): Promise<Pick<FarEnd, 'afterASecond'> & { answer: string }> {
  const answer = await page.evaluate(async (sdp) => {
    const sound = new AudioContext();
    const line = sound.createMediaStreamDestination();
    const tone = sound.createOscillator();
    tone.connect(line);
    tone.start();
    const far = (window.farEnd = new RTCPeerConnection());
    await far.setRemoteDescription({ type: 'offer', sdp });
    for (const track of line.stream.getTracks()) far.addTrack(track, line.stream);
    const gathered = new Promise<void>((resolve) => (far.onicegatheringstatechange = () => far.iceGatheringState === 'complete' && resolve()));
    await far.setLocalDescription(await far.createAnswer());
    await gathered;
    return far.localDescription?.sdp ?? '';
  }, offer);
  return { answer, afterASecond: () => afterASecond(page) };
}

/** Opens a far end in this page, which may show anything. */
export async function openFarEnd(page: Page): Promise<FarEnd> {
  const offer = await page.evaluate(async () => {
    const sound = new AudioContext();
    const tone = sound.createOscillator();
    const line = sound.createMediaStreamDestination();
    tone.connect(line);
    tone.start();
    const far = (window.farEnd = new RTCPeerConnection());
    for (const track of line.stream.getTracks()) far.addTrack(track, line.stream);
    far.ontrack = ({ streams }) => {
      // Chromium decodes only what somebody listens to.
      const ear = new Audio();
      ear.srcObject = streams[0] ?? null;
      void ear.play();
    };
    const gathered = new Promise<void>((resolve) => (far.onicegatheringstatechange = () => far.iceGatheringState === 'complete' && resolve()));
    await far.setLocalDescription(await far.createOffer());
    await gathered;
    return far.localDescription?.sdp ?? '';
  });
  return {
    offer,
    async join(answer) {
      await page.evaluate(async (sdp) => {
        await window.farEnd.setRemoteDescription({ type: 'answer', sdp });
        await new Promise<void>((resolve) => {
          const look = (): void => void (window.farEnd.connectionState === 'connected' && resolve());
          window.farEnd.onconnectionstatechange = look;
          look();
        });
      }, answer);
    },
    afterASecond: () => afterASecond(page),
    energyHeard: () =>
      page.evaluate(async () => {
        let energy = 0;
        (await window.farEnd.getStats()).forEach((report: { type: string; totalAudioEnergy?: number }) => {
          if (report.type === 'inbound-rtp') energy += report.totalAudioEnergy ?? 0;
        });
        return energy;
      }),
  };
}
