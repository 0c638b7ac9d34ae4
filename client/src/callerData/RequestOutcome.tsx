import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PrivacyPreview, PrivacyRequest } from '../../../server/contract/privacy.ts';
import { CallerCountsLine } from './CallerCountsLine.tsx';
import { InTheWay } from './InTheWay.tsx';
import { useCallerRequests } from './useCallerRequests.ts';

/** Whose data, of which office, and why. */
export interface CallerAsked {
  unitId: string;
  number: string;
  reason: string;
}

/** What came of a request. `of`: what the preview was made of, which is what is erased. `isAnew`: made once more, because an erasure was refused. */
export type Said = { kind: 'preview'; of: CallerAsked; preview: PrivacyPreview; isAnew: boolean } | { kind: 'exported' } | { kind: 'erased'; request: PrivacyRequest } | { kind: 'refused'; why: string };

/** Says what came of a request; what was looked at can be erased from here. */
export function RequestOutcome({ said, isBusy, isErasing, onErase }: { said: Said; isBusy: boolean; isErasing: boolean; onErase: (of: CallerAsked) => void }) {
  const { t } = useTranslation();
  switch (said.kind) {
    case 'refused':
      return <p className="edit-fault">{said.why}</p>;
    case 'exported':
      return <p>{t('callerData.exported')}</p>;
    case 'erased':
      return <Erased begun={said.request} />;
    case 'preview': {
      const { counts, sharing, inTheWay } = said.preview;
      const isOpen = Object.values(inTheWay).some((ids) => ids.length > 0);
      if (Object.values(counts).every((count) => count === 0)) return <p>{t('callerData.nothing')}</p>;
      return (
        <div className="privacy-preview">
          {said.isAnew && (
            <p>
              <b>{t('callerData.anew')}</b>
            </p>
          )}
          <p>
            {t('callerData.wouldGo')}
            <CallerCountsLine counts={counts} />
          </p>
          {sharing > 0 && <p className="quiet">{t('callerData.sharing', { count: sharing })}</p>}
          {isOpen ? (
            <InTheWay open={inTheWay} />
          ) : (
            <Button danger disabled={isBusy && !isErasing} loading={isErasing} onClick={() => onErase(said.of)}>
              {t('callerData.erase')}
            </Button>
          )}
        </div>
      );
    }
  }
}

/** What was begun, followed until it is done. */
function Erased({ begun }: { begun: PrivacyRequest }) {
  const { t } = useTranslation();
  const now = useCallerRequests(begun.unitId).data?.items.find(({ id }) => id === begun.id) ?? begun;
  return <p>{t(now.state === 'done' ? 'callerData.erased' : 'callerData.erasing')}</p>;
}
