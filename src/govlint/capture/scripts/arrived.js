// What the browser shows now, once it is quiet. EXPECTED is the address that was asked for.
(async () => {
  const entry = performance.getEntriesByType("navigation")[0];
  const plain = (address) => {
    const url = new URL(address, "about:blank");
    url.hash = "";
    try {
      return decodeURI(url.href);
    } catch {
      return url.href;
    }
  };
  const navigated = entry && entry.name ? entry.name : location.href;
  if (document.scripts.length && location.protocol !== "chrome-error:") await "QUIET";
  return {
    address: location.href,
    ready: document.readyState,
    status: entry ? entry.responseStatus : 0,
    error: location.protocol === "chrome-error:" ? (document.body.innerText.match(/\bERR_\w+/) || [""])[0] : "",
    expected: [plain(location.href), plain(navigated)].includes(plain("EXPECTED")),
    left: window.govlintLeft === true,
    scripts: document.scripts.length,
  };
})();
