// Runs before the first paint, so that a dark page never flashes white. A file of its own, because the page's CSP forbids inline scripts.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('baton-colour-scheme');
  } catch {
    // Storage is forbidden: the system's choice stands.
  }
  const isDark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
})();
