"use strict";
(() => {
  const LABELS = ["direct", "paraphrase", "narrative"];
  const NAMES = {direct: "Direct quote", paraphrase: "Paraphrase", narrative: "Narrative", none: "No label"};
  const TAGS = {direct: "Q", paraphrase: "P", narrative: "", none: "?"};
  const COLUMNS = ["article", "paragraph", "sentence", "text", "label", "p_direct", "p_paraphrase", "p_narrative"];
  const MOST_BYTES = 1 << 24;
  const MOVERS = 8;
  const WEAK = 0.15;
  const STRONG = 0.5;

  const at = id => document.getElementById(id);
  const text = at("text");
  const view = at("labelled");
  const details = at("details");
  let token = "";
  let article = null;
  let submitted = "";
  let shown = [];
  let selected = -1;
  let asked = 0;

  const percent = p => Math.round(100 * p) + " %";

  const element = (name, content, style) => {
    const node = document.createElement(name);
    if (content !== undefined) node.textContent = content;
    if (style) node.className = style;
    return node;
  };

  const best = sentence => LABELS.reduce((a, b) => sentence.probabilities[b] > sentence.probabilities[a] ? b : a);

  const threshold = () => at("confidence").valueAsNumber / 100;

  const labelOf = sentence => {
    const label = best(sentence);
    return sentence.probabilities[label] < threshold() ? "none" : label;
  };

  const call = async (path, options = {}) => {
    const headers = {...options.headers};
    if (token) headers.Authorization = "Bearer " + token;
    const response = await fetch(path, {...options, headers, cache: "no-store", credentials: "omit"});
    if (response.ok) return response;
    at("access").hidden = response.status !== 401;
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.detail || "the server answered " + response.status);
  };

  const fail = message => {
    at("error").textContent = message;
    at("status").textContent = "";
  };

  const reason = error => error instanceof TypeError ? "The server can't be reached." : "The server answered: " + error.message + ".";

  const label = async () => {
    const body = text.value;
    const mine = ++asked;
    at("error").textContent = "";
    if (!body.trim()) {
      fail("Paste an article first.");
      text.focus();
      return;
    }
    if (body.length > MOST_BYTES) {
      fail("The text is too large; split it.");
      return;
    }
    at("status").textContent = "Labelling …";
    at("label").disabled = true;
    try {
      const response = await call("v1/label", {method: "POST", headers: {"Content-Type": "text/plain; charset=utf-8"}, body});
      const answer = await response.json();
      if (mine !== asked) return;
      article = answer;
      submitted = body;
      show();
      at("model").textContent = "Model " + article.model.name + " " + article.model.version;
    } catch (error) {
      if (mine === asked) fail(reason(error));
    } finally {
      if (mine === asked) at("label").disabled = false;
    }
  };

  const sentenceNode = (sentence, index) => {
    const node = element("span", undefined, "s");
    node.id = "s" + index;
    node.dataset.index = index;
    node.setAttribute("role", "option");
    node.setAttribute("aria-selected", "false");
    node.append(element("span", "", "tag"));
    let done = 0;
    for (const quotation of sentence.quotations) {
      const from = quotation.start - sentence.start;
      const to = quotation.end - sentence.start;
      node.append(sentence.text.slice(done, from), element("mark", sentence.text.slice(from, to)));
      done = to;
    }
    node.append(sentence.text.slice(done));
    return node;
  };

  const show = () => {
    select(-1);
    const all = document.createDocumentFragment();
    let group = null;
    let paragraph = -1;
    shown = article.sentences.map((sentence, index) => {
      if (sentence.paragraph !== paragraph) {
        paragraph = sentence.paragraph;
        group = element("div");
        group.setAttribute("role", "group");
        group.setAttribute("aria-label", "Paragraph " + (paragraph + 1));
        all.append(group);
      } else {
        group.append(" ");
      }
      const node = sentenceNode(sentence, index);
      group.append(node);
      return {sentence, node, label: ""};
    });
    view.replaceChildren(all);
    at("result").hidden = false;
    update();
    const n = shown.length;
    at("status").textContent = n === 0 ? "No sentence found." : n + (n === 1 ? " sentence" : " sentences") + " labelled.";
  };

  const update = () => {
    const counts = {direct: 0, paraphrase: 0, narrative: 0, none: 0};
    for (const entry of shown) {
      const label = labelOf(entry.sentence);
      counts[label]++;
      if (label !== entry.label) {
        entry.label = label;
        entry.node.className = "s " + label;
        entry.node.firstChild.textContent = TAGS[label];
        entry.node.setAttribute("aria-label", NAMES[label] + ", " + percent(entry.sentence.probabilities[best(entry.sentence)])
          + ": " + entry.sentence.text);
      }
    }
    for (const label of Object.keys(counts)) at("count-" + label).textContent = counts[label];
    const output = percent(threshold());
    at("threshold").textContent = output;
    at("confidence").setAttribute("aria-valuetext", output);
    filter();
    if (selected >= 0) describe(selected);
  };

  const visible = index => !view.classList.contains("hide-" + shown[index].label);

  const filter = () => {
    for (const box of document.querySelectorAll(".filter input")) view.classList.toggle("hide-" + box.value, !box.checked);
    for (const group of view.children) group.classList.add("empty");
    shown.forEach((entry, index) => {
      if (visible(index)) entry.node.parentNode.classList.remove("empty");
    });
    if (selected >= 0 && !visible(selected)) select(-1);
  };

  let described = -1;
  const describe = index => {
    if (index !== described) hideReasons();
    described = index;
    const {sentence, label} = shown[index];
    const verdict = at("verdict");
    verdict.className = "key " + label;
    verdict.textContent = NAMES[label];
    at("certainty").textContent = label === "none" ? "(most likely " + NAMES[best(sentence)].toLowerCase() + ")" : "";
    const bars = document.createDocumentFragment();
    for (const name of LABELS) {
      const bar = element("dd", undefined, "bar");
      bar.setAttribute("aria-hidden", "true");
      const fill = element("i", undefined, name);
      fill.style.width = 100 * sentence.probabilities[name] + "%";
      bar.append(fill);
      bars.append(element("dt", NAMES[name]), bar, element("dd", percent(sentence.probabilities[name])));
    }
    at("bars").replaceChildren(bars);
    at("quoted").hidden = sentence.quotations.length === 0;
    at("spans").replaceChildren(...sentence.quotations.map(quotation => element("li", quotation.text)));
    at("place").textContent = "Paragraph " + (sentence.paragraph + 1) + ", sentence " + (sentence.sentence + 1)
      + ", characters " + sentence.start + " to " + sentence.end;
    at("detail").hidden = false;
    details.classList.add("open");
    document.body.classList.add("sheet");
  };

  const hideReasons = () => {
    at("reasons").hidden = true;
    at("why").setAttribute("aria-expanded", "false");
    at("why").disabled = false;
  };

  /* The words of the sentence, marked by how they moved the label, and the strongest of all that moved it. */
  const showReasons = (explanation, sentence) => {
    const strongest = Math.max(1e-9, ...explanation.words.map(word => Math.abs(word.contribution)));
    const spoken = document.createDocumentFragment();
    let done = sentence.start;
    for (const word of explanation.words) {
      const share = Math.abs(word.contribution) / strongest;
      spoken.append(submitted.slice(done, word.start));
      const side = word.contribution > 0 ? "for" : "against";
      spoken.append(share < WEAK ? submitted.slice(word.start, word.end)
        : element("span", submitted.slice(word.start, word.end), side + (share > STRONG ? " strong" : "")));
      done = word.end;
    }
    spoken.append(submitted.slice(done, sentence.end));
    at("spoken").replaceChildren(spoken);
    const movers = [
      ...explanation.words.map(word => ["“" + word.text + "”", word.contribution]),
      ...explanation.features.map(feature => [feature.name, feature.contribution]),
      ["the sentences around it", explanation.neighbours]
    ].filter(mover => mover[1] !== 0).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, MOVERS);
    const most = Math.max(1e-9, ...movers.map(mover => Math.abs(mover[1])));
    const list = document.createDocumentFragment();
    for (const [name, contribution] of movers) {
      const cell = element("dd");
      const bar = element("i", undefined, contribution > 0 ? "for" : "against");
      bar.style.width = 100 * Math.abs(contribution) / most + "%";
      bar.setAttribute("role", "img");
      bar.setAttribute("aria-label", (contribution > 0 ? "for: " : "against: ") + Math.abs(contribution).toFixed(2));
      cell.append(bar);
      list.append(element("dt", name), cell);
    }
    at("moved").replaceChildren(list);
    at("reasons-title").textContent = "What moved “" + NAMES[explanation.label].toLowerCase() + "”";
    at("reasons").hidden = false;
    at("why").setAttribute("aria-expanded", "true");
  };

  const why = async () => {
    if (!at("reasons").hidden) {
      hideReasons();
      return;
    }
    const index = described;
    const sentence = shown[index].sentence;
    if (selected !== index) select(index);
    at("why").disabled = true;
    try {
      const response = await call("v1/explain?sentence=" + index + "&label=" + best(sentence),
        {method: "POST", headers: {"Content-Type": "text/plain; charset=utf-8"}, body: submitted});
      const explanation = await response.json();
      if (index === described) showReasons(explanation, sentence);
    } catch (error) {
      fail(reason(error));
    } finally {
      at("why").disabled = false;
    }
  };

  const close = () => {
    described = -1;
    hideReasons();
    at("detail").hidden = true;
    details.classList.remove("open");
    document.body.classList.remove("sheet");
  };

  const select = index => {
    if (selected >= 0 && shown[selected]) shown[selected].node.setAttribute("aria-selected", "false");
    selected = index;
    if (index < 0) {
      view.removeAttribute("aria-activedescendant");
      close();
      return;
    }
    shown[index].node.setAttribute("aria-selected", "true");
    view.setAttribute("aria-activedescendant", shown[index].node.id);
    describe(index);
  };

  const walk = (from, step) => {
    let index = from;
    while (index >= 0 && index < shown.length && !visible(index)) index += step;
    if (index >= 0 && index < shown.length) {
      select(index);
      shown[index].node.scrollIntoView({block: "nearest"});
    }
  };

  const nextParagraph = step => {
    const paragraph = selected < 0 ? -1 : shown[selected].sentence.paragraph;
    let index = Math.max(0, selected);
    while (index >= 0 && index < shown.length && (shown[index].sentence.paragraph === paragraph || !visible(index))) index += step;
    if (index >= 0 && index < shown.length) walk(index, step);
  };

  const KEYS = {
    ArrowRight: () => walk(selected + 1, 1),
    ArrowDown: () => walk(selected + 1, 1),
    ArrowLeft: () => walk(selected - 1, -1),
    ArrowUp: () => walk(selected - 1, -1),
    PageDown: () => nextParagraph(1),
    PageUp: () => nextParagraph(-1),
    Home: () => walk(0, 1),
    End: () => walk(shown.length - 1, -1),
    Escape: () => select(-1)
  };

  const indexOf = event => {
    const node = event.target.closest && event.target.closest(".s");
    return node ? Number(node.dataset.index) : -1;
  };

  const copied = () => ({...article, sentences: article.sentences.map(sentence => {
    const label = labelOf(sentence);
    return {...sentence, label: label === "none" ? null : label};
  })});

  const cell = value => /[",\r\n]/.test(value) ? "\"" + String(value).replaceAll("\"", "\"\"") + "\"" : String(value);

  const csv = () => [COLUMNS, ...copied().sentences.map(s => [article.id, s.paragraph, s.sentence, s.text, s.label || "",
    ...LABELS.map(name => s.probabilities[name].toFixed(6))])].map(row => row.map(cell).join(",")).join("\n") + "\n";

  const copy = async (content, what) => {
    try {
      if (navigator.clipboard) {
        await navigator.clipboard.writeText(content);
      } else {
        copyBySelection(content);
      }
      at("error").textContent = "";
      at("status").textContent = what + " copied.";
    } catch {
      fail("The browser does not let the page copy.");
    }
  };

  /* Pages that come over plain HTTP from another machine have no clipboard of their own. */
  const copyBySelection = content => {
    const area = element("textarea", content);
    area.setAttribute("aria-hidden", "true");
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) throw new Error("copy");
  };

  const open = async file => {
    if (!file) return;
    if (!/\.txt$/i.test(file.name) && !file.type.startsWith("text/plain")) {
      fail("Not a text file: give a .txt.");
    } else if (file.size > MOST_BYTES) {
      fail("The file is too large; split it.");
    } else {
      try {
        text.value = new TextDecoder("utf-8", {fatal: true}).decode(await file.arrayBuffer());
        await label();
      } catch {
        fail("The file is not UTF-8.");
      }
    }
  };

  at("label").addEventListener("click", label);
  text.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      label();
    }
  });
  at("example").addEventListener("click", async () => {
    try {
      text.value = await (await call("example.txt")).text();
      await label();
    } catch (error) {
      fail(reason(error));
    }
  });
  at("clear").addEventListener("click", () => {
    asked++;
    text.value = "";
    article = null;
    select(-1);
    shown = [];
    view.replaceChildren();
    at("result").hidden = true;
    at("label").disabled = false;
    at("error").textContent = "";
    at("status").textContent = "";
    text.focus();
  });
  at("file").addEventListener("change", event => {
    open(event.target.files[0]);
    event.target.value = "";
  });
  text.addEventListener("dragover", event => {
    event.preventDefault();
    text.classList.add("over");
  });
  text.addEventListener("dragleave", () => text.classList.remove("over"));
  text.addEventListener("drop", event => {
    text.classList.remove("over");
    if (event.dataTransfer.files.length) {
      event.preventDefault();
      open(event.dataTransfer.files[0]);
    }
  });
  at("access").addEventListener("submit", event => {
    event.preventDefault();
    token = at("token").value.trim();
    at("access").hidden = true;
    if (text.value.trim()) label();
  });
  let drawn = 0;
  at("confidence").addEventListener("input", () => {
    cancelAnimationFrame(drawn);
    drawn = requestAnimationFrame(update);
  });
  for (const box of document.querySelectorAll(".filter input")) box.addEventListener("change", filter);
  at("copy-json").addEventListener("click", () => copy(JSON.stringify(copied(), null, 1) + "\n", "JSON"));
  at("copy-csv").addEventListener("click", () => copy(csv(), "CSV"));
  at("why").addEventListener("click", why);
  at("close").addEventListener("click", () => {
    select(-1);
    view.focus();
  });
  view.addEventListener("click", event => {
    const index = indexOf(event);
    if (index >= 0) select(index);
  });
  view.addEventListener("pointerover", event => {
    const index = indexOf(event);
    if (event.pointerType === "mouse" && index >= 0) describe(index);
  });
  view.addEventListener("pointerleave", () => selected >= 0 ? describe(selected) : close());
  view.addEventListener("keydown", event => {
    const action = KEYS[event.key];
    if (action && shown.length && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      action();
    }
  });
})();
