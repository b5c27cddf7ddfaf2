// Takes what the page itself has under the names that axe-core uses out of the way.
const names = ["axe", "define", "module", "exports"];
const kept = Object.fromEntries(names.filter((name) => name in window).map((name) => [name, window[name]]));
for (const name of Object.keys(kept)) {
  try {
    window[name] = undefined;
  } catch {
    // A name that cannot be written is not one that axe-core would be hindered by.
  }
}
Object.defineProperty(window, "govlintKept", { value: kept, configurable: true });
