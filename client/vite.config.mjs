import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: '../.build/client',
    emptyOutDir: true,
    target: ['chrome109', 'firefox115', 'safari16'],
    modulePreload: { polyfill: false },
    // The console, and the page behind a link to one message, which must open fast on a phone.
    rollupOptions: { input: { index: fileURLToPath(new URL('index.html', import.meta.url)), letter: fileURLToPath(new URL('letter.html', import.meta.url)) }, output: { manualChunks: (id) => (/\/node_modules\/(?:react|react-dom|scheduler)\//.test(id) ? 'react' : undefined) } },
    chunkSizeWarningLimit: 1500,
  },
});
