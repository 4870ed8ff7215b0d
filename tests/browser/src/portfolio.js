// What a reader does on a page over many records, ours or the peer's: ticks boxes, types, draws over
// the years, scrolls, sorts. Notes how long each step took, in milliseconds. `phase` starts one of these; a toggle is one.
(() => {
  const MOVES = 16, TYPED = "school", FRAMES = 120, WHEEL = 96;
  const figures = { toggle: [], wall: [], settled: [], letter: [], move: [], release: [], frame: [], sort: [], block: [] };
  window.figures = figures;

  const turn = () => new Promise(next => {
    const channel = new MessageChannel();
    channel.port1.onmessage = next;
    channel.port2.postMessage(0);
  });
  const frame = () => new Promise(requestAnimationFrame);
  const shown = () => Number(document.querySelector("output").dataset.count);

  /** To look again and again would be work of the main thread too. */
  const page = document.documentElement;
  const allDrawn = () => new Promise(next => {
    const look = () => page.dataset.state !== "loading" && (watch.disconnect(), next());
    const watch = new MutationObserver(look);
    watch.observe(page, { attributeFilter: ["data-state"] });
    look();
  });

  /**
   * The time until the page is laid out after a change, on the main thread. Where a frame begins before that
   * the page is laid out for it, so that what paints it is not in the time.
   */
  const laidOut = async (start, change) => {
    change();
    await Promise.race([turn(), frame()]);
    document.body.offsetHeight;
    return performance.now() - start;
  };
  const step = async (change, main, wall, settled) => {
    const start = performance.now();
    main.push(await laidOut(start, change));
    await frame();
    await turn();
    wall?.push(performance.now() - start);
    // What is out of view may follow later.
    await allDrawn();
    settled?.push(performance.now() - start);
    // The next change comes between two frames, as a reader's do, and has no painting to wait for.
    await frame();
    await turn();
  };

  /** Two facets in turn, two boxes each: ticked one after the other, and then unticked, so that eight toggles come round. */
  const box = n => {
    const name = n % 4 < 2 ? "year" : "kind";
    const boxes = [...document.querySelectorAll(`input[name=${name}]`)];
    return boxes.sort((a, b) => a.value < b.value ? -1 : 1)[n % 4 === 0 || n % 4 === 2 ? 1 : 3];
  };
  const toggle = () =>
    step(() => box(figures.toggle.length % 8).click(), figures.toggle, figures.wall, figures.settled);

  const type = async () => {
    const search = document.querySelector("input[name=q]");
    const put = words => {
      search.value = words;
      search.dispatchEvent(new Event("input", { bubbles: true }));
    };
    for (let n = 1; n <= TYPED.length; n++) await step(() => put(TYPED.slice(0, n)), figures.letter);
    await step(() => put(""), []);
  };

  /** Draws over the years from the first on, to the last and back, a year a move. */
  const draw = async () => {
    const canvas = document.querySelector("figure[data-chart=by-year] canvas");
    if (!canvas) {
      const { last, choose } = window.brush;
      for (let n = 0; n < MOVES; n++) {
        const to = n % (2 * last);
        await step(() => choose(0, Math.min(to, 2 * last - to)), figures.move);
      }
      return;
    }
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const send = (kind, x) => {
      const where = { clientX: left + x, clientY: top + height / 2 };
      canvas.dispatchEvent(new PointerEvent(kind, { ...where, bubbles: true, pointerId: 1, isPrimary: true }));
    };
    send("pointerdown", 1);
    // The pointer goes on by little; what counts is each time that it reaches another year.
    for (let x = 1, way = 2; figures.move.length < MOVES; x += way) {
      const before = shown();
      const took = await laidOut(performance.now(), () => send("pointermove", x));
      if (shown() !== before) {
        figures.move.push(took);
        await frame();
        await turn();
        await frame();
      }
      if (x + way < 1 || x + way >= width) way = -way;
    }
    await step(() => send("pointerup", 0), figures.release);
  };

  /** Two seconds of scrolling through all that there is: as a wheel does, then as who pulls the bar. */
  const scroll = async () => {
    document.querySelector("[data-clear]")?.click();
    await frame();
    await frame();
    const list = document.querySelector(".scroller");
    if (!list) return;
    list.scrollIntoView();
    await frame();
    let began;
    // The browser tells of scrolling at the start of a frame, before all else that the frame does.
    addEventListener("scroll", () => began = performance.now(), { capture: true });
    for (let n = 0; n < FRAMES; n++) {
      began = NaN;
      list.scrollTop += n < FRAMES / 2 ? WHEEL : list.scrollHeight / FRAMES * 2;
      await frame();
      document.body.offsetHeight;
      // Where nothing was scrolled any more, nothing was done.
      figures.frame.push(performance.now() - began || 0);
    }
  };

  /** Sorts by title, until the rows are in that order. */
  const sort = async () => {
    const heading = document.querySelector("th.title button");
    if (!heading) return;
    const { length } = window.tasks;
    await step(() => heading.click(), [], null, figures.sort);
    figures.block = window.tasks.slice(length);
  };

  const phases = { toggle, type, draw, scroll, sort };
  window.phase = async name => {
    window.done = false;
    await phases[name]();
    if (name === "draw") figures.shown = shown();
    window.done = true;
  };
})() ?? true
