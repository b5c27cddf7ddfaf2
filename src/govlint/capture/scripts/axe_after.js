// Gives the page its own names back; axe-core stays under a name of ours.
Object.defineProperty(window, "govlintAxe", { value: window.axe, configurable: true });
window.govlintAxe.configure({ allowedOrigins: ["<unsafe_all_origins>"] });
const kept = window.govlintKept;
delete window.govlintKept;
for (const name of ["axe", "define", "module", "exports"]) {
  if (name in kept) window[name] = kept[name];
}
if (!("axe" in kept)) delete window.axe;
return document.querySelectorAll("iframe, frame").length;
