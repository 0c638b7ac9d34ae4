import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SessionUser } from '../../../../server/contract/people.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { useOffices } from '../../app/offices.ts';
import { goTo, useRoute } from '../../app/route.ts';
import { PageLink } from '../../board/PageLink.tsx';
import { OfficePrivacy } from '../../callerData/OfficePrivacy.tsx';
import { AuditLog } from '../AuditLog/AuditLog.tsx';
import { Departments } from '../Departments/Departments.tsx';
import { Lines } from '../Lines/Lines.tsx';
import { NewOffice } from '../OfficeData/NewOffice.tsx';
import { OfficeDelivery } from '../OfficeDelivery/OfficeDelivery.tsx';
import { OfficeData } from '../OfficeData/OfficeData.tsx';
import { Users } from '../Users/Users.tsx';
import { useOfficeDetail } from '../useOfficeDetail.ts';
import { OfficeHolidays } from './OfficeHolidays.tsx';
import './officesPage.css';

const tabs = ['data', 'departments', 'lines', 'users', 'delivery', 'holidays', 'privacy', 'audit'] as const;
type Tab = (typeof tabs)[number];

/** Everything that is set for an office: `/offices/<office>/<tab>/<what is open there>`. */
export function OfficesPage({ user }: { user: SessionUser }) {
  const { t } = useTranslation();
  const offices = useOffices();
  const [, asked, askedTab, openId] = useRoute();
  const isAdmin = user.role === 'admin';
  const isNew = asked === 'new' && isAdmin;
  const id = offices.find((office) => office.id === asked)?.id ?? offices[0]?.id ?? '';
  const tab = tabs.find((one) => one === askedTab) ?? 'data';
  return (
    <div className="page offices">
      <div className="page-head">
        <h1>{t(isNew ? 'offices.add' : 'offices.title')}</h1>
        {!isNew && offices.length > 1 && <Select className="offices-choice" aria-label={t('offices.office')} value={id} onChange={(chosen) => goTo(`/offices/${chosen}/${tab}`)} options={offices.map((office) => ({ value: office.id, label: office.name }))} />}
        {!isNew && offices.length === 1 && <b>{offices[0]?.name}</b>}
        {isAdmin && !isNew && (
          <Button className="push" onClick={() => goTo('/offices/new')}>
            {t('offices.add')}
          </Button>
        )}
      </div>
      {isNew ? (
        <div className="sheet offices-sheet">
          <NewOffice />
        </div>
      ) : (
        <>
          <nav className="offices-tabs" aria-label={t('offices.title')}>
            {tabs.map((one) => (
              <span key={one} aria-current={one === tab ? 'page' : undefined}>
                <PageLink to={`/offices/${id}/${one}`}>{one === 'delivery' ? t('delivery.settings.tab') : one === 'privacy' ? t('callerData.tab') : t(`offices.tabs.${one}`)}</PageLink>
              </span>
            ))}
          </nav>
          {id !== '' && <OfficeTab key={`${id} ${tab}`} id={id} tab={tab} openId={openId ?? null} isAdmin={isAdmin} />}
        </>
      )}
    </div>
  );
}

function OfficeTab({ id, tab, openId, isAdmin }: { id: string; tab: Tab; openId: string | null; isAdmin: boolean }) {
  const { t } = useTranslation();
  const { data: office, error, refetch } = useOfficeDetail(id);
  if (!office && error) return <Fault error={error} retry={() => void refetch()} />;
  if (!office) return <p className="empty">{t('offices.loading')}</p>;
  switch (tab) {
    case 'data':
      return <OfficeData office={office} />;
    case 'departments':
      return <Departments office={office} />;
    case 'lines':
      return <Lines office={office} lineId={openId} isAdmin={isAdmin} />;
    case 'users':
      return <Users office={office} userId={openId} isAdmin={isAdmin} />;
    case 'delivery':
      return <OfficeDelivery office={office} />;
    case 'holidays':
      return <OfficeHolidays office={office} />;
    case 'privacy':
      return <OfficePrivacy office={office} />;
    case 'audit':
      return <AuditLog unitId={office.id} />;
  }
}
