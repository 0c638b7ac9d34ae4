import { describeSlipStore } from '../suites/slipStore.ts';
import { memorySlips } from '../support/memorySlips.ts';

describeSlipStore('memory', async () => ({ slips: memorySlips(), close: async () => undefined }));
