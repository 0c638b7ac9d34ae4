import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../keys/keyChoice.ts';
import { startRinging } from '../../phone/bell.ts';
import { callerName } from '../callerName.ts';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import { Hero } from './Hero.tsx';
import './stage.css';
import { StageDial } from './StageDial.tsx';
import { useStageWords } from './useStageWords.tsx';

/** The hero: what to say, always in the same place. */
export function Stage() {
  const { t } = useTranslation();
  const desk = useDesk();
  const { meta, keys, segments, then } = useStageWords(desk);
  const { mode, call } = desk;
  const ringingId = mode === 'ringing' ? call?.id : undefined;
  const cycleMs = call?.rings.cycleMs ?? 5000;

  useEffect(() => {
    if (ringingId === undefined) return;
    return startRinging(cycleMs);
  }, [ringingId, cycleMs]);

  const { goOn } = useKeys();
  const announced = mode === 'ringing' && call ? t('ringing.announce', { key: goOn, office: call.unit.name, who: callerName(call, { or: t('ringing.or'), hidden: t('ringing.hidden') }) }) : '';
  return (
    <section className="stage" aria-label={t('stage.label')} data-mode={mode}>
      <StageDial desk={desk} />
      <div className="stage-lines">
        <div className="stage-meta">
          <span>{meta}</span>
          <span className="stage-keys">{keys}</span>
        </div>
        <Hero segments={segments} />
        <div className="stage-then">
          {then.length > 0 && <span>{t('stage.then')}</span>}
          {then}
        </div>
      </div>
      <div className="seen-by-readers" aria-live="assertive" role="alert">
        {announced}
      </div>
    </section>
  );
}
