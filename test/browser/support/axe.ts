import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

type Finding = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

/**
 * Looks within the page itself: our pages hold no frames, and without the blank page that gathers frames a look takes a quarter of the time.
 * Waits for what is on its way: a key between disabled and pressable has the colour of neither.
 */
async function look(page: Page, within?: string): Promise<Finding[]> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity));
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  return (await (within === undefined ? builder : builder.include(within)).analyze()).violations;
}

const inWords = ({ id, nodes }: Finding): string => `${id}: ${nodes.map(({ html }) => html).join(' ')}`;

/** @param within a selector, where not the whole page is meant
 * @returns all that axe finds wrong, one line a rule with the elements */
export const axeFindings = async (page: Page, within?: string): Promise<string[]> => (await look(page, within)).map(inWords);

/** As axeFindings, but only what keeps somebody from using the page. */
export const seriousFindings = async (page: Page): Promise<string[]> => (await look(page)).filter(({ impact }) => impact === 'serious' || impact === 'critical').map(inWords);
