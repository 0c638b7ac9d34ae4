import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { Slip } from '../../../../server/contract/slip.ts';
import type { SlipField } from '../../../../server/contract/slipFields.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { actionsPermitted, actionsRequested } from '../actions.ts';
import { numberOf } from '../SlipForm/fields.ts';
import './slipPaper.css';

interface SlipPaperProps {
  slip: Slip;
  officeName: string;
  /** Field 7 by the office's clock. */
  calledAt: string;
  printedAt: string;
}

/** A number short enough to be said on the telephone. */
const shortId = (id: string): string => id.slice(-6).toUpperCase();

/** The slip as it comes out of the printer, on A6: the eight fields in the paper's order. On the screen it is not seen. */
export function SlipPaper({ slip, officeName, calledAt, printedAt }: SlipPaperProps) {
  const { t } = useTranslation();
  const words = <K extends string>(chosen: readonly string[], names: readonly K[], word: (name: K) => string): string => chosen.map((name) => names.find((one) => one === name) ?? name).map((name) => (names.some((one) => one === name) ? word(name as K) : name)).join('；');
  const isFilled: Record<SlipField, boolean> = {
    recipient: slip.recipient !== '',
    caller: slip.callerName !== '' || slip.callerCompany !== '',
    number: slip.callerNumber !== '' || slip.callerExtension !== '',
    city: slip.callerCity !== '',
    message: slip.message !== '' || slip.recordingUrl !== undefined,
    actions: slip.actionsRequested.length > 0 || slip.actionsPermitted.length > 0,
    calledAt: calledAt !== '',
    recordedBy: slip.recordedBy !== '',
  };
  const field = (name: SlipField, content: ReactNode): ReactNode => (
    <tr data-field={name}>
      <th scope="row">
        <span>{numberOf[name]}</span> {t(`slip.fields.${name}`)}
      </th>
      <td>
        {isFilled[name] && content}
        {slip.declined.includes(name) ? <i>{t('slip.declinedTag')}</i> : slip.missing.includes(name) && <i>{t('slip.paper.missing')}</i>}
      </td>
    </tr>
  );
  return createPortal(
    <section className="slip-paper-print" aria-hidden="true">
      <header>
        <b dir="auto">{officeName}</b>
        <span>{t('slip.paper.title')}</span>
        <span>{t('slip.paper.no', { id: shortId(slip.id) })}</span>
      </header>
      <table>
        <tbody>
          {field('recipient', <strong dir="auto">{slip.recipient}</strong>)}
          {field(
            'caller',
            <>
              <bdi>{slip.callerName}</bdi> <bdi>{slip.callerCompany}</bdi>
            </>,
          )}
          {field(
            'number',
            <>
              <bdi>{groupedNumber(slip.callerNumber)}</bdi> {slip.callerExtension !== '' && <bdi>{t('slip.paper.extension', { extension: slip.callerExtension })}</bdi>}
            </>,
          )}
          {field('city', <bdi>{slip.callerCity}</bdi>)}
          {field(
            'message',
            <>
              <div dir="auto" className="slip-paper-message">
                {slip.message}
              </div>
              {slip.recordingUrl !== undefined && <div>{t('slip.paper.recording')}</div>}
            </>,
          )}
          {field(
            'actions',
            <>
              <div dir="auto">{words(slip.actionsRequested, actionsRequested, (name) => t(`slip.requested.${name}`))}</div>
              {slip.actionsPermitted.length > 0 && (
                <div dir="auto">
                  {t('slip.permitted')}：{words(slip.actionsPermitted, actionsPermitted, (name) => t(`slip.allowed.${name}`))}
                </div>
              )}
            </>,
          )}
          {field('calledAt', calledAt)}
          {field('recordedBy', <bdi>{slip.recordedBy}</bdi>)}
        </tbody>
      </table>
      <footer>
        <b>{t(slip.state === 'dropped' ? 'slip.states.dropped' : slip.state === 'draft' ? 'slip.paper.draft' : slip.readBack ? 'slip.paper.readBack' : 'slip.paper.unread')}</b>
        <span>{t('slip.paper.at', { time: printedAt })}</span>
      </footer>
    </section>,
    document.body,
  );
}
