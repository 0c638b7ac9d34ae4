import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consent } from '../../../../server/contract/resident.ts';
import type { Consent, ResidentFile } from '../../../../server/contract/resident.ts';
import { request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { residentPath, useKeepResident } from '../useResidents.ts';

const kinds = consent.shape.kind.options;

/** What he agreed to and what not; of each kind the newest word counts, the older ones stay in the history. And where the file comes from. */
export function Consents({ file: { resident } }: { file: ResidentFile }) {
  const { t } = useTranslation();
  const reason = useReason();
  const keep = useKeepResident();
  const [kind, setKind] = useState<Consent['kind']>('file');
  const say = useMutation({ mutationFn: (given: boolean) => request<ResidentFile>('PATCH', residentPath(resident.id), { rev: resident.rev, consent: { kind, given, source: t('residents.byDesk') } }), onSuccess: keep });
  const newest = kinds.flatMap((one) => resident.consents.filter((word) => word.kind === one).sort((a, b) => b.at - a.at)[0] ?? []);
  return (
    <section className="resident-part">
      <h3>{t('residents.parts.consents')}</h3>
      <ul className="resident-lines">
        {newest.map((word) => (
          <li key={word.kind}>
            <span>{t(`residents.consents.${word.kind}`)}</span> <b>{t(word.given ? 'residents.given' : 'residents.refused')}</b>
            <span className="quiet push">{[dayAndTime(word.at, uiLanguage()), word.source].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
        {newest.length === 0 && <li className="quiet">{t('residents.noConsent')}</li>}
      </ul>
      {resident.removedAt === null && (
        <div className="resident-say">
          <Select aria-label={t('residents.parts.consents')} value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: t(`residents.consents.${value}`) }))} />
          <Button loading={say.isPending} onClick={() => say.mutate(true)}>
            {t('residents.give')}
          </Button>
          <Button disabled={say.isPending} onClick={() => say.mutate(false)}>
            {t('residents.refuse')}
          </Button>
          {say.isError && <span role="alert">{t('edit.notSaved', { why: reason(say.error) })}</span>}
        </div>
      )}
      {resident.sources.length > 0 && (
        <>
          <h3>{t('residents.parts.sources')}</h3>
          <ul className="resident-lines">
            {resident.sources.map((source, at) => (
              <li key={at}>
                <span>{t(`residents.sources.${source.kind}`)}</span>
                <span className="quiet push" dir="auto">
                  {[dayAndTime(source.at, uiLanguage()), source.note].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
