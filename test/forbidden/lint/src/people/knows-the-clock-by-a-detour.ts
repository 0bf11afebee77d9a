export const now = () => [performance.now(), globalThis.Date.now()]
