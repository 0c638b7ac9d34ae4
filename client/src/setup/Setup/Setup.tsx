import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupInput } from '../../../../server/contract/people.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { Refusal, request } from '../../app/request.ts';
import { goTo } from '../../app/route.ts';
import { LanguageSwitch } from '../../app/TopBand/LanguageSwitch.tsx';
import { Mark } from '../../app/TopBand/Mark.tsx';
import { useReason } from '../../app/words.ts';
import './setup.css';

type Filled = Omit<SetupInput, 'token' | 'office'> & { office: { name: string; timeZone: string; aliases?: string } };

const cycles = [
  ['cn', 5000],
  ['us', 6000],
  ['hk', 4000],
  ['uk', 3000],
] as const;
const languages = ['zh-CN', 'en', 'yue'] as const;

/** `administrator.password` as the form names its fields. */
const pathOf = (name: string): (string | number)[] => name.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** The first real start: administrator, office, line, agents, by the link that the server printed. */
export function Setup() {
  const { t } = useTranslation();
  const reason = useReason();
  const token = new URLSearchParams(location.search).get('token') ?? '';
  const [form] = Form.useForm<Filled>();
  const [state, setState] = useState<'open' | 'sending' | 'done'>('open');
  const [fault, setFault] = useState<string | null>(null);
  const open = useQuery({ queryKey: ['setup', token], queryFn: () => request<{ open: true }>('GET', `/api/setup?token=${encodeURIComponent(token)}`), retry: false, staleTime: Infinity });
  const required = [{ required: true, message: t('session.required') }];
  const username = [...required, { pattern: /^[A-Za-z0-9_]{1,32}$/, message: t('setup.usernameRule') }];
  const password = [...required, { min: 10, message: t('setup.passwordRule') }];

  const wrongIn = (name: string): string => (name === 'line.number' ? t('setup.numberWrong') : /^agents\.\d+\.username$/.test(name) ? t('setup.usernameTaken') : t('errors.bad_input'));

  const submit = async (filled: Filled): Promise<void> => {
    setState('sending');
    setFault(null);
    try {
      await request('POST', '/api/setup', { ...filled, token, agents: filled.agents ?? [], office: { ...filled.office, aliases: (filled.office.aliases ?? '').split(/[、,，;；]/).map((alias) => alias.trim()).filter(Boolean) } });
      setState('done');
    } catch (error) {
      setState('open');
      setFault(reason(error));
      if (error instanceof Refusal) form.setFields(Object.keys(error.fields).map((name) => ({ name: pathOf(name) as never, errors: [wrongIn(name)] })));
    }
  };

  const isClosed = open.error instanceof Refusal && ['setup_closed', 'forbidden', 'bad_input'].includes(open.error.code);
  return (
    <main className="setup">
      <div className="setup-sheet">
        <div className="setup-head">
          <Mark size={32} />
          <h1>{t('setup.title')}</h1>
          <span className="push">
            <LanguageSwitch />
          </span>
        </div>
        {state === 'done' ? (
          <>
            <p role="status">{t('setup.done')}</p>
            <Button type="primary" onClick={() => goTo('/')}>
              {t('setup.toSignIn')}
            </Button>
          </>
        ) : isClosed ? (
          <p role="alert">{t('setup.closed')}</p>
        ) : open.error ? (
          <Fault error={open.error} retry={() => void open.refetch()} />
        ) : (
          <Form<Filled> form={form} layout="vertical" requiredMark={false} disabled={!open.data} onFinish={(filled) => void submit(filled)} initialValues={{ office: { timeZone: 'Asia/Shanghai' }, line: { cycleMs: 5000, language: 'zh-CN' }, agents: [] }}>
            <p className="quiet">{t('setup.intro')}</p>
            <h2>{t('setup.admin')}</h2>
            <div className="setup-three">
              <Form.Item name={['administrator', 'name']} label={t('setup.name')} rules={required}>
                <Input maxLength={60} autoComplete="name" />
              </Form.Item>
              <Form.Item name={['administrator', 'username']} label={t('session.username')} rules={username} extra={t('setup.usernameRule')}>
                <Input maxLength={32} autoComplete="username" />
              </Form.Item>
              <Form.Item name={['administrator', 'password']} label={t('session.password')} rules={password} extra={t('setup.passwordRule')}>
                <Input.Password maxLength={200} autoComplete="new-password" />
              </Form.Item>
            </div>
            <h2>{t('setup.office')}</h2>
            <div className="setup-three">
              <Form.Item name={['office', 'name']} label={t('setup.officeName')} rules={required}>
                <Input maxLength={60} />
              </Form.Item>
              <Form.Item name={['office', 'aliases']} label={t('setup.aliases')}>
                <Input maxLength={400} />
              </Form.Item>
              <Form.Item name={['office', 'timeZone']} label={t('setup.timeZone')} rules={required}>
                <Select showSearch options={Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }))} />
              </Form.Item>
            </div>
            <h2>{t('setup.line')}</h2>
            <div className="setup-three">
              <Form.Item name={['line', 'number']} label={t('setup.number')} rules={required}>
                <Input maxLength={40} inputMode="tel" placeholder="+86 755 8600 1234" />
              </Form.Item>
              <Form.Item name={['line', 'cycleMs']} label={t('setup.cycle')} rules={required}>
                <Select options={cycles.map(([name, value]) => ({ value, label: t(`setup.cycles.${name}`) }))} />
              </Form.Item>
              <Form.Item name={['line', 'language']} label={t('setup.language')} rules={required}>
                <Select options={languages.map((value) => ({ value, label: t(`languages.${value}`) }))} />
              </Form.Item>
            </div>
            <h2>{t('setup.agents')}</h2>
            <Form.List name="agents">
              {(fields, { add, remove }) => (
                <>
                  {fields.map(({ key, name }) => (
                    <div className="setup-three with-key" key={key}>
                      <Form.Item name={[name, 'name']} label={t('setup.name')} rules={required}>
                        <Input maxLength={60} />
                      </Form.Item>
                      <Form.Item name={[name, 'username']} label={t('session.username')} rules={username} extra={t('setup.usernameRule')}>
                        <Input maxLength={32} autoComplete="off" />
                      </Form.Item>
                      <Form.Item name={[name, 'password']} label={t('session.password')} rules={password} extra={t('setup.passwordRule')}>
                        <Input.Password maxLength={200} autoComplete="new-password" />
                      </Form.Item>
                      <Button type="text" onClick={() => remove(name)}>
                        {t('setup.removeAgent')}
                      </Button>
                    </div>
                  ))}
                  <Button onClick={() => add()}>{t('setup.addAgent')}</Button>
                </>
              )}
            </Form.List>
            <div className="setup-foot">
              <Button type="primary" htmlType="submit" size="large" loading={state === 'sending'}>
                {t('setup.submit')}
              </Button>
              {fault !== null && <b role="alert">{fault}</b>}
            </div>
          </Form>
        )}
      </div>
    </main>
  );
}
