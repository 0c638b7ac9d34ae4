import type { Words } from '../zh.ts';

export const session: Words['session'] = {
  title: 'Sign in',
  username: 'User name',
  password: 'Password',
  submit: 'Sign in',
  out: 'Sign out',
  demo: 'Demo users agent, agent2, supervisor, staff, admin; password practice',
  again: 'Your session has ended, please sign in again. Everything you wrote is still here.',
  about: 'The telephone desk of a management office: answered within three rings, three sentences in order, no message lost.',
  required: 'Please fill in',
  notSetUp: 'This server is not set up yet. Open the set-up link that it printed when it started.',
};
