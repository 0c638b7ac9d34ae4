import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '../session.ts';
import { useReason } from '../words.ts';

/** User name and password. */
export function SignInForm({ username: known = '', isInline = false }: { username?: string; isInline?: boolean }) {
  const { t } = useTranslation();
  const reason = useReason();
  const queries = useQueryClient();
  const id = useId();
  const [username, setUsername] = useState(known);
  const [password, setPassword] = useState('');
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });

  const submit = async (): Promise<void> => {
    setState({ busy: true, error: null });
    try {
      await signIn(queries, username.trim(), password);
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  return (
    <form
      className={isInline ? 'sign-in-inline' : 'sign-in-form'}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label htmlFor={`${id}u`}>{t('session.username')}</label>
      <Input id={`${id}u`} name="username" autoComplete="username" autoFocus={!isInline} value={username} onChange={(event) => setUsername(event.target.value)} maxLength={64} />
      <label htmlFor={`${id}p`}>{t('session.password')}</label>
      <Input.Password id={`${id}p`} name="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} maxLength={200} />
      <Button type="primary" htmlType="submit" loading={state.busy} disabled={username.trim() === '' || password === ''}>
        {t('session.submit')}
      </Button>
      {state.error !== null && <p role="alert">{reason(state.error)}</p>}
    </form>
  );
}
