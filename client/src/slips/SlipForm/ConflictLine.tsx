import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import type { Saving } from '../slipSaver.ts';

interface ConflictLineProps {
  name: string;
  /** What the other one wrote, as it is shown. */
  theirs: string;
  writers: Saving['writers'];
  onMine: () => void;
  onTheirs: () => void;
}

/** Two wrote the same value: what the other one wrote, and by whom, below the field; the rest of the slip goes on meanwhile. */
export function ConflictLine({ name, theirs, writers, onMine, onTheirs }: ConflictLineProps) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const by = writers[name];
  const who = by === undefined ? t('slip.by.somebody') : by.id === session?.user.id ? t('slip.by.mine') : by.name !== null ? t('slip.by.person', { name: by.name }) : by.id === 'system' || by.id === 'attendant' ? t('slip.by.system') : t('slip.by.somebody');
  return (
    <div className="slip-conflict" role="alert" data-conflict={name}>
      <span>{who}</span>
      {theirs === '' ? <span className="quiet">{t('slip.by.empty')}</span> : <q dir="auto">{theirs}</q>}
      <span className="slip-conflict-keys">
        <Button size="small" onClick={onMine}>
          {t('slip.keepMine')}
        </Button>
        <Button size="small" onClick={onTheirs}>
          {t('slip.takeTheirs')}
        </Button>
      </span>
    </div>
  );
}
