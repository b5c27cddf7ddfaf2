// What the page is at this moment, as one digest, and what of it cannot be read from within.
// Runs in a world of its own: nothing that the page overwrote is used. A form or a document may hide its own
// properties behind names of fields, so they are asked for by their prototypes.
(() => {
  const texts = [];
  const numbers = [];
  const add = (...values) => {
    for (const value of values) {
      const text = String(value);
      numbers.push(text.length);
      texts.push(text);
    }
  };

  const getter = (type, name) => {
    const { get } = Object.getOwnPropertyDescriptor(type.prototype, name);
    return (thing) => Reflect.apply(get, thing, []);
  };
  const method = (type, name) => {
    const found = type.prototype[name];
    return (thing, ...given) => Reflect.apply(found, thing, given);
  };
  const all = { document: method(Document, "querySelectorAll"), root: method(DocumentFragment, "querySelectorAll") };
  const shadowRoot = getter(Element, "shadowRoot");
  const scrollTop = getter(Element, "scrollTop");
  const scrollLeft = getter(Element, "scrollLeft");
  const box = method(Element, "getBoundingClientRect");
  const sheets = { document: getter(Document, "styleSheets"), root: getter(ShadowRoot, "styleSheets") };
  const adopted = { document: getter(Document, "adoptedStyleSheets"), root: getter(ShadowRoot, "adoptedStyleSheets") };
  const animations = method(Document, "getAnimations");
  const active = { document: getter(Document, "activeElement"), root: getter(ShadowRoot, "activeElement") };

  const answer = (bytes) => {
    return { hex: bytes.map((byte) => byte.toString(16).padStart(2, "0")).join(""), unread, opaque };
  };

  // cyrb128, for pages without a secure context: slower than the browser's own SHA-256, and good enough to tell pages apart.
  const mixed = (bytes) => {
    let [one, two, three, four] = [1779033703, 3144134277, 1013904242, 2773480762];
    for (const byte of bytes) {
      one = two ^ Math.imul(one ^ byte, 597399067);
      two = three ^ Math.imul(two ^ byte, 2869860233);
      three = four ^ Math.imul(three ^ byte, 951274213);
      four = one ^ Math.imul(four ^ byte, 2716044179);
    }
    return [one, two, three, four].flatMap((lane) => [lane >>> 24, (lane >>> 16) & 255, (lane >>> 8) & 255, lane & 255]);
  };

  const unread = []; // style sheets of other origins: their text has to come from elsewhere
  const opaque = []; // what nobody can look into from here

  const addSheet = (sheet) => {
    add(sheet.disabled, sheet.media.mediaText, sheet.href);
    let rules;
    try {
      rules = sheet.cssRules;
    } catch {
      unread.push(sheet.href || "");
      return;
    }
    numbers.push(rules.length);
    for (const rule of rules) {
      add(rule.cssText);
      if (rule.styleSheet) addSheet(rule.styleSheet);
    }
  };

  const addState = {
    input: (field) => add(field.value, field.checked, field.indeterminate, field.validationMessage),
    textarea: (field) => add(field.value, field.validationMessage),
    select: (field) => add(...[...field.options].map((option) => option.selected), field.validationMessage),
    img: (image) => add(image.currentSrc, image.naturalWidth, image.naturalHeight, image.complete),
    video: (film) => add(film.currentSrc, film.videoWidth, film.videoHeight, film.duration, film.paused, film.muted),
    audio: (sound) => add(sound.currentSrc, sound.duration, sound.paused, sound.muted),
    iframe: (frame) => addFrame(frame),
    frame: (frame) => addFrame(frame),
    object: (frame) => addFrame(frame),
    embed: (frame) => addFrame(frame),
    fencedframe: (frame) => addFrame(frame),
    portal: (frame) => addFrame(frame),
  };

  const addFrame = (frame) => {
    let inner = null;
    try {
      inner = frame.contentDocument;
    } catch {
      // Another origin.
    }
    if (inner && inner.documentElement) {
      addRoot(inner, "document");
    } else {
      opaque.push(`${frame.localName} ${frame.src || frame.data || ""}`.trim().slice(0, 200));
    }
  };

  const addRoot = (root, kind) => {
    add(kind);
    if (kind === "document") {
      const html = Document.prototype.querySelector.call(root, ":root");
      add(root.compatMode, html.outerHTML);
    } else {
      add(root.mode, root.delegatesFocus, root.innerHTML);
    }
    for (const sheet of sheets[kind](root)) addSheet(sheet);
    for (const sheet of adopted[kind](root)) addSheet(sheet);
    const elements = all[kind](root, "*");
    numbers.push(elements.length);
    const focused = active[kind](root);
    for (let index = 0; index < elements.length; index += 1) {
      const element = elements[index];
      const { left, top, width, height } = box(element);
      numbers.push(left * 64, top * 64, width * 64, height * 64, scrollTop(element), scrollLeft(element));
      if (element === focused) add("focus", index);
      const state = addState[element.localName];
      if (state) state(element);
      const inner = shadowRoot(element);
      if (inner) addRoot(inner, "root");
    }
    // What a script animates stands in no style sheet. How far it is, nobody can hold still.
    for (const animation of kind === "document" ? animations(root) : []) {
      const { effect, playState } = animation;
      add("animation", playState, Array.prototype.indexOf.call(elements, effect && effect.target));
      if (effect) add(effect.pseudoElement, JSON.stringify(effect.getKeyframes()), JSON.stringify(effect.getTiming()));
    }
    for (const element of all[kind](root, ":modal, :popover-open, :fullscreen, :autofill")) {
      add("shown over", Array.prototype.indexOf.call(elements, element));
    }
  };

  add(innerWidth, innerHeight, devicePixelRatio, scrollX, scrollY, navigator.language);
  addRoot(document, "document");

  const text = new TextEncoder().encode(texts.join(""));
  const counts = new Uint8Array(Int32Array.from(numbers).buffer);
  const whole = new Uint8Array(counts.length + text.length);
  whole.set(counts);
  whole.set(text, counts.length);
  if (window.crypto.subtle && SCRIPTS) {
    return crypto.subtle.digest("SHA-256", whole).then((digest) => answer([...new Uint8Array(digest)]));
  }
  return answer(mixed(whole));
})()
