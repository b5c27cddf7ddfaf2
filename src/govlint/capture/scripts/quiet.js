// Waits until scripts have stopped adding to the document and fetching: 60 ms of quiet, 1.5 s at most.
new Promise((resolve) => {
  const start = performance.now();
  let last = start;
  const watcher = new MutationObserver(() => { last = performance.now(); });
  watcher.observe(document, { childList: true, subtree: true });
  const fetches = new PerformanceObserver(() => { last = performance.now(); });
  fetches.observe({ type: "resource" });
  const look = () => {
    const now = performance.now();
    if (now - last < 60 && now - start < 1500) {
      setTimeout(look, 20);
      return;
    }
    watcher.disconnect();
    fetches.disconnect();
    resolve(true);
  };
  setTimeout(look, 60);
});
