import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OfficeDetail } from '../../../../server/contract/office.ts';
import { request } from '../../app/request.ts';
import { EditFoot } from '../../edit/EditFoot.tsx';
import { useEdit } from '../../edit/useEdit.ts';
import { useFaultWords } from '../../edit/useFaultWords.ts';
import { useLastEditor } from '../../edit/useLastEditor.ts';
import { officeKey, useKeepOffice } from '../useOfficeDetail.ts';
import { departmentsFormOf, departmentsPatchOf } from './departmentForm.ts';
import type { FormDepartment } from './departmentForm.ts';
import { HeadSelect } from './HeadSelect.tsx';
import './departments.css';

/** The parts of an office that callers ask for, in the office's order. */
export function Departments({ office }: { office: OfficeDetail }) {
  const { t } = useTranslation();
  const words = useFaultWords();
  const queries = useQueryClient();
  const keep = useKeepOffice();
  const edit = useEdit({
    name: `departments/${office.id}`,
    stored: departmentsFormOf(office),
    send: (changed) => request<OfficeDetail>('PATCH', `/api/offices/${encodeURIComponent(office.id)}`, { ...departmentsPatchOf(changed), rev: office.rev }),
    onSaved: (saved) => {
      keep(saved);
      void queries.invalidateQueries({ queryKey: ['people'] });
    },
    onConflict: () => void queries.invalidateQueries({ queryKey: officeKey(office.id) }),
  });
  const by = useLastEditor('unit', office.id, office.rev, edit.clashes.length > 0);
  const { departments } = edit.values;
  const faults = edit.faults('departments');
  const setAll = (next: FormDepartment[]): void => edit.set('departments', next);
  const setOne = (at: number, change: Partial<FormDepartment>): void => setAll(departments.map((one, place) => (place === at ? { ...one, ...change } : one)));
  const unlisted = office.departments.filter(({ name, isListed }) => !isListed && !departments.some((one) => one.name === name));
  const membersOf = (name: string | null): number => office.departments.find((one) => one.name === name)?.members ?? 0;
  return (
    <form
      className="sheet offices-sheet departments"
      aria-label={t('offices.tabs.departments')}
      onSubmit={(event) => {
        event.preventDefault();
        edit.save();
      }}
    >
      <p className="quiet">{t('offices.departments.hint')}</p>
      {departments.length === 0 && (
        <p className="empty">
          <b>{t('offices.departments.none')}</b>
        </p>
      )}
      {departments.length > 0 && (
        <div className="department heads" aria-hidden="true">
          <span>{t('offices.departments.name')}</span>
          <span>{t('offices.departments.aliases')}</span>
          <span>{t('offices.departments.head')}</span>
        </div>
      )}
      <ol className="departments-list">
        {departments.map((department, at) => {
          const name = department.name === '' ? t('offices.departments.unnamed') : department.name;
          const fault = Object.entries(faults).find(([path]) => path === String(at) || path.startsWith(`${at}.`))?.[1];
          return (
            <li className="department" key={department.was ?? `new ${at}`}>
              <Input aria-label={`${name} ${t('offices.departments.name')}`} value={department.name} maxLength={60} autoComplete="off" {...(fault && { status: 'error' as const })} onChange={(event) => setOne(at, { name: event.target.value })} />
              <Select aria-label={`${name} ${t('offices.departments.aliases')}`} mode="tags" open={false} suffixIcon={null} placeholder={t('offices.departments.aliases')} tokenSeparators={[',', '，', '、', ';', '；']} value={department.aliases} onChange={(aliases: string[]) => setOne(at, { aliases })} />
              <HeadSelect label={`${name} ${t('offices.departments.head')}`} unitId={office.id} value={department.headId} known={office.departments.find((one) => one.name === department.was)?.head ?? null} onChange={(headId) => setOne(at, { headId })} />
              <span className="quiet nowrap">{t('offices.departments.members', { count: membersOf(department.was) })}</span>
              <span className="nowrap">
                <Button type="text" size="small" disabled={at === 0} aria-label={t('offices.departments.up', { name })} onClick={() => setAll([...departments.slice(0, at - 1), department, ...departments.slice(at - 1, at), ...departments.slice(at + 1)])}>
                  ↑
                </Button>
                <Button type="text" size="small" aria-label={t('offices.departments.off', { name })} onClick={() => setAll(departments.filter((_, place) => place !== at))}>
                  ✕
                </Button>
              </span>
              {fault && (
                <p className="edit-fault" role="alert">
                  {words(fault)}
                </p>
              )}
            </li>
          );
        })}
      </ol>
      {edit.clashes.length > 0 && (
        <div className="edit-clash" role="alert">
          <span>{t('edit.clash', { who: by ?? t('edit.somebody') })}</span>
          <q dir="auto">{edit.stored.departments.map(({ name }) => name).join(t('people.and'))}</q>
          <span className="edit-clash-keys">
            <Button size="small" onClick={() => edit.takeTheirs('departments')}>
              {t('edit.takeTheirs')}
            </Button>
            <Button size="small" onClick={() => edit.keepMine('departments')}>
              {t('edit.keepMine')}
            </Button>
          </span>
        </div>
      )}
      <Button onClick={() => setAll([...departments, { name: '', was: null, aliases: [], headId: null }])}>{t('offices.departments.add')}</Button>
      {unlisted.length > 0 && (
        <section className="departments-others">
          <h3>
            {t('offices.departments.notListed')}{' '}
            <Button size="small" onClick={() => setAll([...departments, ...unlisted.map(({ name }) => ({ name, was: name, aliases: [], headId: null }))])}>
              {t('offices.departments.listAll')}
            </Button>
          </h3>
          <ul>
            {unlisted.map(({ name, members }) => (
              <li key={name}>
                <span dir="auto">{name}</span> <span className="quiet">{t('offices.departments.members', { count: members })}</span>{' '}
                <Button size="small" onClick={() => setAll([...departments, { name, was: name, aliases: [], headId: null }])}>
                  {t('offices.departments.list')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <EditFoot edit={edit} />
    </form>
  );
}
