import type { Endpoint } from './home.ts'

/**
 * The whole postgresql.conf, written before each start: for a small machine that also runs the program itself,
 * and for imports of many rows. Nothing here trades safety for speed: fsync and full_page_writes stay on.
 */
export function settingsFor(endpoint: Endpoint): string {
  const settings = {
    ...('port' in endpoint
      ? { listen_addresses: '127.0.0.1', port: endpoint.port, unix_socket_directories: '' }
      : { listen_addresses: '', port: 5432, unix_socket_directories: quoted(endpoint.socketFolder) }),
    unix_socket_permissions: '0700',
    max_connections: 100,
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: 1.1,
    // Short queries of many people: compiling them, or spreading one over all processors, costs more than it saves.
    jit: 'off',
    max_parallel_workers_per_gather: 0,
    // An import writes much at once: rarer checkpoints, and what they write spread over time.
    max_wal_size: '2GB',
    wal_compression: 'on',
    checkpoint_timeout: '15min',
    max_wal_senders: 0,
    timezone: 'UTC',
    log_timezone: 'UTC',
    datestyle: 'iso, ymd',
    lc_messages: 'C',
    default_text_search_config: 'pg_catalog.simple',
    // Values of rows are personal data and stay out of the log: no DETAIL, no statements.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
  }
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`,
  )
  return `# Written by Relevo at every start: changes made here are lost.\n${lines.join('\n')}\n`
}

/** One entry of a list setting: a path may hold commas and spaces. */
function quoted(path: string): string {
  return `"${path.replaceAll('"', '""')}"`
}
