import { defineConfig } from 'vitest/config';
import react from '@vitejs/plugin-react';

export default defineConfig({
  // Relative addresses, so that the built folder works from any place on any static host.
  base: './',
  plugins: [react()],
  build: { target: 'es2023' },
  test: {
    include: ['src/**/*.test.ts', 'e2e/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
  },
});
