import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'
import { mapLabelsPlugin } from './build/map-labels.ts'

export default defineConfig(({ mode }) => {
  const port = loadEnv(mode, process.cwd(), 'PORT')['PORT'] ?? '3000'
  const server = `http://127.0.0.1:${port}`
  return {
    plugins: [react(), mapLabelsPlugin()],
    build: {
      outDir: 'dist/web',
      emptyOutDir: true,
      manifest: true,
      // The strict content security policy knows no data: for fonts and scripts.
      assetsInlineLimit: 0,
    },
    server: {
      host: '127.0.0.1',
      proxy: {
        '/api': {
          target: server,
          changeOrigin: true,
          // The server takes requests that change something from its own pages only.
          configure: (proxy) => proxy.on('proxyReq', (request) => request.setHeader('origin', server)),
        },
      },
    },
  }
})
