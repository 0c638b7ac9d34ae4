import { useTranslation } from 'react-i18next';
import type { PrivacyPreview } from '../../../server/contract/privacy.ts';
import { PageLink } from '../board/PageLink.tsx';

type Open = PrivacyPreview['inTheWay'];

/** Where each of them is settled; tasks have no page of their own, all of them stand above the messages. */
const addressOf: Record<keyof Open, (id: string) => string> = {
  slips: (id) => `/slips/${encodeURIComponent(id)}`,
  tasks: () => '/slips',
  calls: (id) => `/calls/${encodeURIComponent(id)}`,
  imports: (id) => `/residents/import/${encodeURIComponent(id)}`,
};

/** What has to be settled before anything is erased, each a link to where that is done. */
export function InTheWay({ open }: { open: Open }) {
  const { t } = useTranslation();
  const kinds = (Object.keys(addressOf) as (keyof Open)[]).filter((kind) => open[kind].length > 0);
  return (
    <>
      <p>
        <b>{t('callerData.inTheWay')}</b>
      </p>
      <ul>
        {kinds.map((kind) => {
          const [first = '', ...others] = [...new Set(open[kind].map(addressOf[kind]))];
          const told = t(`callerData.open.${kind}`, { count: open[kind].length });
          return (
            <li key={kind}>
              {others.length === 0 ? <PageLink to={first}>{told}</PageLink> : told}
              {others.length > 0 &&
                [first, ...others].map((to, at) => (
                  <PageLink key={to} to={to}>
                    {t(`callerData.nth.${kind}`, { n: at + 1 })}
                  </PageLink>
                ))}
            </li>
          );
        })}
      </ul>
    </>
  );
}
