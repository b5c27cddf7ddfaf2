// Runs before any script of the page, in the page's own world. TOKEN names this visit.
(() => {
  // A question that nobody answers would hold the page for ever.
  const answers = { alert: undefined, confirm: false, prompt: null, print: undefined };
  for (const [name, answer] of Object.entries(answers)) {
    try {
      Object.defineProperty(window, name, { value: () => answer, writable: true, configurable: true });
    } catch {
      // The page cannot have been here before us; a frame without rights keeps its own.
    }
  }
  // So would a picker of the browser's own, which takes the focus with it: it is as if somebody had closed it.
  const pickers = {
    MediaDevices: ["getDisplayMedia"], Window: ["showOpenFilePicker", "showSaveFilePicker", "showDirectoryPicker"],
    Navigator: ["share"], USB: ["requestDevice"], HID: ["requestDevice"], Bluetooth: ["requestDevice"], Serial: ["requestPort"],
    PaymentRequest: ["show"], EyeDropper: ["open"], CredentialsContainer: ["get", "create"],
  };
  for (const [kind, names] of Object.entries(pickers)) {
    const owner = kind === "Window" ? window : window[kind] && window[kind].prototype;
    for (const name of names.filter((one) => owner && one in owner)) {
      try {
        owner[name] = () => Promise.reject(new DOMException("Nobody is here to choose.", "NotAllowedError"));
      } catch {
        // It cannot be replaced.
      }
    }
  }
  // Session storage belongs to the tab and outlives a visit: the first document of an origin starts clean.
  try {
    if (sessionStorage.getItem("govlint-visit") !== "TOKEN") {
      sessionStorage.clear();
      sessionStorage.setItem("govlint-visit", "TOKEN");
    }
  } catch {
    // An opaque origin has no storage.
  }
})();
