import type { Words } from '../zh.ts';

export const errors: Words['errors'] = {
  bad_input: 'not accepted',
  unauthenticated: 'please sign in',
  bad_credentials: 'user name or password is wrong',
  forbidden: 'you may not do this',
  foreign_origin: 'wrong address',
  bad_signature: 'wrong signature',
  not_found: 'not found',
  conflict: 'somebody has just changed it, please look',
  wrong_state: 'the call is no longer at this point',
  too_large: 'too long',
  needs_confirmation: 'a private number is in it: confirm first',
  throttled: 'too many attempts, try again later',
  setup_closed: 'already set up',
  unknown_command: 'this server cannot do that',
  unavailable: 'the server is busy, try again',
  internal: 'the server failed',
  network: 'no connection',
  load: 'Could not be read: {{why}}',
  retry: 'Try again',
  page: 'This page failed',
};
