import { createRoot } from 'react-dom/client';
import { App } from './app/App/App.tsx';
import { startAppearance } from './app/appearance.ts';
import './app/tokens.css';
import { startWords } from './i18n/i18n.ts';

startAppearance();
await startWords();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App />);
