// Keeps one axe-core started in a tab of the page's own origin, which opened the tab that pages are shown in.
// The axe-core in it has `window.govlintPoint` too, which points its names at another window.
(() => {
  const [define, module, exports] = [];
  (() => { AXE_CORE })();
})();
window.govlintRun = AXE_RUN;
window.govlintWarm = {
  page: window.open("about:blank", "govlint-page"),
  // The answer as text; what is in the way as { refused }.
  async run(address, tags, seconds) {
    const { page } = this;
    let shown = null;
    try {
      shown = page && !page.closed && page.location.href === address ? page.document : null;
    } catch {
      // The page keeps apart from whoever opened it (Cross-Origin-Opener-Policy), or lies on another origin.
    }
    if (!shown) return JSON.stringify({ refused: "apart" });
    if (page.length) return JSON.stringify({ refused: "frames" });
    window.govlintPoint(page);
    return window.govlintRun(window.axe, shown, tags, seconds);
  },
};
