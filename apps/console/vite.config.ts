import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The console's pages, as the program serves them under /console; nothing is inlined, so that the CSP needs no exception. */
export default defineConfig({
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: '../tyrian/dist/assets/console',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
  },
  server: { proxy: { '/console/api': 'http://127.0.0.1:8080' } },
});
