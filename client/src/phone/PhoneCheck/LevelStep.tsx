import { useTranslation } from 'react-i18next';
import { useOffices } from '../../app/offices.ts';
import { openerSteps } from '../../desk/script.ts';
import { openerSentence } from '../../i18n/opener.ts';
import type { MicrophoneLevel } from '../level/useMicrophoneLevel.ts';
import { loudDb, lowDb, roomDb } from '../level/voiceLevel.ts';
import { Step } from './Step.tsx';

/** The meter's left end, dB; its right end is 0. */
const leastDb = -60;
const place = (db: number): number => Math.min(100, Math.max(0, ((db - leastDb) / -leastDb) * 100));

/** The level meter with a sentence: neither too loud nor too low (S1 五.1.g). */
export function LevelStep({ number, level }: { number: number; level: MicrophoneLevel }) {
  const { t } = useTranslation();
  const [office] = useOffices();
  const language = office?.lines[0]?.language ?? 'zh-CN';
  const [greeting, unit, question] = openerSteps.map((step) => openerSentence(step, language, office?.name ?? ''));
  const isOpen = level.permission === 'granted';
  const verdict = isOpen ? t(`phoneCheck.level.${level.level}`) : t('phoneCheck.level.off');
  const state = !isOpen || level.level === 'silent' ? 'todo' : level.level === 'good' ? 'done' : 'look';
  return (
    <Step number={number} title={t('phoneCheck.level.title')} state={state}>
      <p>
        <span className="quiet">{t('phoneCheck.level.read')}</span> <q lang={language}>{language === 'en' ? `${greeting} ${unit}. ${question}` : `${greeting}${unit}，${question}`}</q>
      </p>
      <div className="check-meter" role="meter" aria-label={t('phoneCheck.level.meter')} aria-valuemin={leastDb} aria-valuemax={0} aria-valuenow={Math.round(Math.max(leastDb, level.now))} aria-valuetext={verdict}>
        <i style={{ inlineSize: `${isOpen ? place(level.now) : 0}%` }} data-level={level.level} />
        <span className="check-band" style={{ insetInlineStart: `${place(lowDb)}%`, inlineSize: `${place(loudDb) - place(lowDb)}%` }} />
      </div>
      <div className="check-scale quiet" aria-hidden="true">
        <span style={{ insetInlineStart: `${place((roomDb + lowDb) / 2)}%` }}>{t('phoneCheck.level.bounds.low')}</span>
        <span style={{ insetInlineStart: `${place((lowDb + loudDb) / 2)}%` }}>{t('phoneCheck.level.bounds.good')}</span>
        <span style={{ insetInlineStart: `${place(loudDb / 2)}%` }}>{t('phoneCheck.level.bounds.loud')}</span>
      </div>
      <p role="status" className="check-verdict">
        {verdict}
      </p>
    </Step>
  );
}
