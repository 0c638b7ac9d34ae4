import type { CallDesk } from '../calls/callDesk.ts';
import { openAnchorFile } from './anchorFile.ts';
import { openAuditKeeper } from './auditKeeper.ts';
import type { AuditKeeper, AuditKeeperNeeds } from './auditKeeper.ts';
import { openCallerDesk } from './callerDesk.ts';
import type { CallerDesk, CallerDeskNeeds } from './callerDesk.ts';
import type { CallerDataStore } from './callerData.ts';
import { loadCaller } from './loadCaller.ts';
import { markErased } from './markErased.ts';
import type { AuditStore } from './ports.ts';
import { openRetentionSweep } from './retentionSweep.ts';
import type { RetentionSweepNeeds } from './retentionSweep.ts';

interface PrivacyNeeds extends Pick<AuditKeeperNeeds, 'memory' | 'clock' | 'log'>, Pick<CallerDeskNeeds, 'deleteRecording' | 'deleteImport' | 'onErased' | 'putOnRecord' | 'secret' | 'newId'>, Pick<RetentionSweepNeeds, 'units'> {
  store: Parameters<typeof loadCaller>[0] & { audit: AuditStore; callerData: CallerDataStore };
  desk: Pick<CallDesk, 'look' | 'record' | 'forget'>;
  /** Where heads of the audit log are kept outside the records. */
  anchorFile: Parameters<typeof openAnchorFile>[0];
}

/** The audit log's chain, what callers ask about themselves, and what is kept no longer. */
export interface Privacy {
  audit: AuditKeeper;
  callers: CallerDesk;
  /** Seals and sweeps from now on. */
  start(): void;
  close(): Promise<void>;
}

/** @see Privacy */
export function openPrivacy({ store, desk, anchorFile, memory, units, log, ...shared }: PrivacyNeeds): Privacy {
  const { clock, putOnRecord } = shared;
  const audit = openAuditKeeper({ store: store.audit, anchors: openAnchorFile(anchorFile), memory, clock, log });
  const callers = openCallerDesk({
    ...shared,
    store: store.callerData,
    markErased: markErased(desk),
    forgetCall: (callId) => desk.forget(callId),
    load: loadCaller(store),
    sealAudit: () => audit.sealAll(),
    onTrouble: (requestId, cause) => log.error({ requestId, err: cause }, 'what a caller asked to be erased could not be erased yet; it is tried again'),
  });
  const sweep = openRetentionSweep({
    store: store.callerData,
    units,
    eraseStep: (step) => callers.eraseStep(step),
    putOnRecord,
    clock,
    onTrouble: (unitId, cause) => log.error({ unitId, err: cause }, 'what an office keeps no longer could not be erased; it is tried again tomorrow'),
  });
  return {
    audit,
    callers,
    start() {
      audit.start();
      sweep.start();
    },
    async close() {
      await sweep.close();
      await callers.close();
      await audit.close();
    },
  };
}
