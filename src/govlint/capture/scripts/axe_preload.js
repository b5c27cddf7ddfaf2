// Runs in govlint's own world before any script of a page or of a frame in it: axe-core lies ready and is started where it is wanted.
// The page that is looked at starts it when it is asked; a frame does so at once, for its page may ask it at any time.
(() => {
  let depth = 0;
  for (let view = window; view !== view.parent && depth <= DEPTH; view = view.parent) depth += 1;
  const start = () => {
    if (window.govlintAxe) return window.govlintAxe;
    // axe-core takes the names that loaders of modules have for a sign that it should not stand in the window.
    const [define, module, exports] = [];
    (() => { AXE_CORE })();
    window.govlintAxe = window.axe;
    window.axe.configure({ allowedOrigins: ["<unsafe_all_origins>"] });
    return window.axe;
  };
  const isNear = () => {
    // What the browser shows where nothing came is not the site's: it is never judged.
    if (depth > DEPTH || location.protocol === "chrome-error:") return false;
    for (let place = 0; place < FRAMES; place += 1) if (window.parent[place] === window) return true;
    return false;
  };
  window.govlintStart = start;
  // By a timer: where scripts are forbidden no timer runs, and an axe-core there would take questions and never answer.
  if (depth && isNear()) setTimeout(start, 0);
})();
