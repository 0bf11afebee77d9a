#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { install } from './parts/install.mjs'
import { whenNpmIsGone } from './parts/npm-gone.mjs'
import { freePort } from './parts/port.mjs'
import { endWith, helpWith, ownNode, project, tool } from './parts/project.mjs'

helpWith(`npm run dev: the server, restarted at every change, and Vite's server for the web app in front of it

Open the address that Vite prints. PORT, RELEVO_DATA and the others are those of npm start.`)

try {
  await install()
  process.env.PORT = await freePort(process.env.PORT?.trim() || '3000', '127.0.0.1')
} catch (error) {
  endWith(error)
}

const start = (...args) => spawn(ownNode(), args, { cwd: project, stdio: 'inherit' })
const both = [start('--watch', 'src/main.ts', 'serve'), start(tool('vite'))]

/** One that ends takes the other with it. */
for (const [index, child] of both.entries()) {
  child.once('exit', (code) => {
    process.exitCode ||= code ?? 0
    both[1 - index].kill('SIGTERM')
  })
}
process.on('SIGINT', () => {})
const stop = () => both.forEach((child) => child.kill('SIGTERM'))
process.on('SIGTERM', stop)
whenNpmIsGone(stop)
