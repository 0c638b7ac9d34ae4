import { createRoot } from 'react-dom/client';
import '../app/tokens.css';
import { LetterPage } from './LetterPage.tsx';

/** This page keeps no choice of its own: it is as light or dark as the phone. */
const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = (): void => {
  document.documentElement.dataset['theme'] = dark.matches ? 'dark' : 'light';
};
follow();
dark.addEventListener('change', follow);

const root = document.getElementById('root');
if (!root) throw new Error('letter.html has no #root');
createRoot(root).render(<LetterPage token={location.pathname.split('/')[2] ?? ''} />);
