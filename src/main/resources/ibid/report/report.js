'use strict';
// Filters, searches, groups and pages what the report holds. Everything shown is HTML that the report itself has
// escaped; texts from the index are only ever set as text.
(() => {
  const byId = (id) => document.getElementById(id);
  const index = JSON.parse(byId('index').textContent);
  const [NUMBER, SEVERITY, RULE, DOCUMENT, TARGET, MENDS, TEXT] = [0, 1, 2, 3, 4, 5, 6];
  const [VERDICT, HOST, NAME] = [0, 1, 2];
  const verdicts = index.verdicts.map(([name]) => name);
  const MOST_OPTIONS = 300;
  const MOST_PRINTED = 1000;

  /** An element with these children; texts stay texts. */
  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    made.className = className;
    made.append(...children);
    return made;
  };

  /** Runs when something was typed or chosen in there; not every browser sends both events for every field. */
  const whenever = (place, run) => ['input', 'change'].forEach((type) => place.addEventListener(type, run));

  const count = (number, noun) => `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;

  const words = (text) => text.toLowerCase().split(/\s+/).filter((word) => word);

  /** The pieces of a list as elements: those of the first chunk stand in the page, the others are text until asked for. */
  class Pieces {
    constructor(list, tag, className) {
      this.shown = [...list.querySelectorAll(`${tag}.${className}`)];
      this.chunks = [...list.querySelectorAll('noscript')];
      this.tag = tag;
      this.start = new RegExp(`(?=<${tag} class="${className}")`);
      this.split = new Map();
    }

    element(number) {
      if (number < index.size) {
        return this.shown[number];
      }
      const template = document.createElement('template');
      template.innerHTML = this.html(number);
      return template.content.firstElementChild;
    }

    html(number) {
      const chunk = Math.floor(number / index.size) - 1;
      if (!this.split.has(chunk)) {
        this.split.set(chunk, this.chunks[chunk].textContent.split(this.start).slice(1));
      }
      const piece = this.split.get(chunk)[number % index.size];
      const end = `</${this.tag}>`;
      return piece.slice(0, piece.indexOf(end) + end.length);
    }
  }

  /** A list of which a page at a time is shown; `arrange` makes the elements of a page of numbers. */
  class Listing {
    constructor(list, pager, arrange) {
      Object.assign(this, { list, pager, arrange, matches: [], page: 0 });
      pager.addEventListener('click', (event) => {
        const step = event.target.closest('[data-step]');
        if (step) {
          this.show(this.page + Number(step.dataset.step));
          this.list.closest('section').scrollIntoView();
        }
      });
    }

    get pages() {
      return Math.max(1, Math.ceil(this.matches.length / index.size));
    }

    show(page) {
      this.page = page;
      this.render(page * index.size, (page + 1) * index.size);
      this.pager.hidden = this.pages < 2;
      const [previous, next] = this.pager.querySelectorAll('button');
      previous.disabled = page === 0;
      next.disabled = page >= this.pages - 1;
      this.pager.querySelector('.where').textContent =
        `Page ${(page + 1).toLocaleString('en')} of ${this.pages.toLocaleString('en')}`;
    }

    render(from, to) {
      this.list.replaceChildren(...this.arrange(this.matches.slice(from, to)));
    }

    /** Paper has no pages to turn, but ends somewhere. */
    print() {
      if (this.pages > 1) {
        this.render(0, MOST_PRINTED);
        const rest = this.matches.length - MOST_PRINTED;
        if (rest > 0) {
          this.list.append(element('p', 'calm', `and ${rest.toLocaleString('en')} more`));
        }
      }
    }
  }

  /** Those that have something to show. */
  const listings = [];

  const groups = {
    document: { key: (finding) => finding[DOCUMENT], heading: (key) => documentHeading(index.documents[key], key) },
    target: { key: (finding) => finding[TARGET], heading: (key) => targetHeading(index.targets[key], key) },
    rule: { key: (finding) => finding[RULE], heading: (key) => ruleHeading(index.rules[key], key) },
  };

  /** How many of the findings that are shown each group has. */
  let sizes = new Map();

  const titled = (title, key, details) => {
    const header = element('header', '', element('h3', '', title), element('p', '', count(sizes.get(key), 'finding')));
    if (details) {
      header.append(element('p', 'quiet', details));
    }
    return [header];
  };

  const documentHeading = ([path, details, ...problems], key) => [
    ...titled(element('bdi', '', path), key, details),
    ...problems.map((problem) => element('p', 'trouble', problem)),
  ];

  const ruleHeading = ([label, says], key) => titled(label, key, says);

  const targetHeading = (target, key) => {
    if (!target) {
      return titled('No single target', key, '');
    }
    const [name, label] = index.verdicts[target[VERDICT]];
    const verdict = element('span', 'verdict', element('span', `swatch v-${name}`), label);
    return titled(element('bdi', '', target[NAME]), key, verdict);
  };

  const findings = index.findings;
  const pieces = new Pieces(byId('list'), 'article', 'finding');
  const controls = byId('controls');
  const chosen = (id) => (controls ? byId(id).value : '');

  const arrange = (numbers) => {
    const kind = groups[chosen('group') || 'document'];
    const sections = [];
    let last;
    for (const number of numbers) {
      const key = kind.key(findings[number]);
      if (!sections.length || key !== last) {
        sections.push(element('section', 'group', ...kind.heading(key)));
        last = key;
      }
      sections[sections.length - 1].append(pieces.element(number));
    }
    return sections.length ? sections : [element('p', 'calm', 'No finding is like this.')];
  };

  const listing = new Listing(byId('list'), byId('finding-pages'), arrange);

  /** Numbers in the order of their groups; the documents' order is that of the page. */
  const grouped = (numbers) => {
    const group = chosen('group') || 'document';
    const { key } = groups[group];
    sizes = new Map();
    for (const number of numbers) {
      sizes.set(key(findings[number]), (sizes.get(key(findings[number])) || 0) + 1);
    }
    if (group === 'document') {
      return numbers;
    }
    const members = new Map();
    for (const number of numbers) {
      const found = members.get(key(findings[number]));
      found ? found.push(number) : members.set(key(findings[number]), [number]);
    }
    const worst = (group) => Math.max(...group.slice(0, 1000).map((number) => findings[number][SEVERITY]));
    return [...members.values()]
      .map((group) => [worst(group), group])
      .sort(([a, x], [b, y]) => b - a || y.length - x.length || x[0] - y[0])
      .flatMap(([, group]) => group);
  };

  let haystacks;
  const haystack = (number) => {
    haystacks ??= findings.map((finding) => {
      const target = index.targets[finding[TARGET]];
      return `${finding[TEXT]}\n${target ? target[NAME] : ''}\n${index.rules[finding[RULE]][0]}`.toLowerCase();
    });
    return haystacks[number];
  };

  /** The tests that a finding must pass, the cheap ones first. */
  const tests = () => {
    const passed = [];
    const equal = (id, names, value) => {
      const wanted = names.indexOf(chosen(id));
      if (wanted >= 0) {
        passed.push((number) => value(findings[number]) === wanted);
      }
    };
    const targetOf = (finding) => index.targets[finding[TARGET]] || [-1, -1, ''];
    equal('severity', index.severities, (finding) => finding[SEVERITY]);
    equal('rule', index.rules.map(([name]) => name), (finding) => finding[RULE]);
    equal('verdict', verdicts, (finding) => targetOf(finding)[VERDICT]);
    if (byId('mends').checked) {
      passed.push((number) => findings[number][MENDS] === 1);
    }
    const holds = (id, names, part) => {
      const wanted = chosen(id).trim().toLowerCase();
      if (wanted) {
        const fit = new Set(names.flatMap((name, at) => (name.toLowerCase().includes(wanted) ? [at] : [])));
        passed.push((number) => fit.has(part(findings[number])));
      }
    };
    holds('host', index.hosts, (finding) => targetOf(finding)[HOST]);
    holds('document', index.documents.map(([path]) => path), (finding) => finding[DOCUMENT]);
    const wanted = words(chosen('words'));
    if (wanted.length) {
      passed.push((number) => wanted.every((word) => haystack(number).includes(word)));
    }
    return passed;
  };

  const filter = () => {
    const all = findings.map((finding, number) => number);
    const passed = controls ? tests() : [];
    const numbers = passed.length ? all.filter((number) => passed.every((test) => test(number))) : all;
    listing.matches = grouped(numbers);
    listing.show(0);
    if (controls) {
      byId('clear').hidden = !passed.length;
      byId('found').textContent = passed.length
        ? `${numbers.length.toLocaleString('en')} of ${count(all.length, 'finding')}`
        : count(all.length, 'finding');
    }
  };

  const clear = () => {
    for (const field of controls ? controls.querySelectorAll('input, select') : []) {
      if (field.type === 'checkbox') {
        field.checked = false;
      } else if (field.id !== 'group') {
        field.value = '';
      }
    }
    filter();
  };

  /** Shows the finding at this place of the index, whatever is filtered. */
  const reveal = (number) => {
    if (!listing.matches.includes(number)) {
      clear();
    }
    listing.show(Math.floor(listing.matches.indexOf(number) / index.size));
    return byId(`f${findings[number][NUMBER]}`);
  };

  /** Follows links to findings and documents that are on another page of the list. */
  const follow = () => {
    const [, kind, digits] = /^#([fd])(\d+)$/.exec(location.hash) || [];
    const wanted = kind === 'f' ? Number(digits) : Number(digits) - 1;
    const number = kind ? findings.findIndex((finding) => finding[kind === 'f' ? NUMBER : DOCUMENT] === wanted) : -1;
    if (number < 0) {
      return;
    }
    for (const before of document.querySelectorAll('.here')) {
      before.classList.remove('here');
    }
    const found = reveal(number);
    found.classList.add('here');
    found.tabIndex = -1;
    found.focus({ preventScroll: true });
    found.scrollIntoView();
  };

  const targets = () => {
    if (!byId('target-list')) {
      return;
    }
    const rows = new Pieces(byId('target-list'), 'tr', 'target');
    const table = element('table', '', byId('target-list').querySelector('thead').cloneNode(true));
    const list = new Listing(byId('target-list'), byId('target-pages'), (numbers) => {
      const body = element('tbody', '', ...numbers.map((number) => rows.element(number)));
      table.replaceChildren(table.tHead, body);
      return numbers.length ? [table] : [element('p', 'calm', 'No target is like this.')];
    });
    const show = () => {
      const wanted = words(byId('target-words')?.value || '');
      const verdict = verdicts.indexOf(byId('target-verdict')?.value);
      list.matches = index.targets.flatMap((target, number) =>
        (verdict < 0 || target[VERDICT] === verdict) &&
        wanted.every((word) => target[NAME].toLowerCase().includes(word)) ? [number] : []);
      list.show(0);
      if (byId('targets-found')) {
        byId('targets-found').textContent = `${count(list.matches.length, 'target')}`;
      }
    };
    listings.push(list);
    whenever(byId('targets'), show);
    for (const link of document.querySelectorAll('[data-verdict]')) {
      link.addEventListener('click', () => {
        if (byId('target-verdict')) {
          byId('target-verdict').value = link.dataset.verdict;
          show();
        }
      });
    }
    show();
  };

  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Where a page may not use the clipboard (inside a frame, in old browsers), a selection still can be copied.
      const area = element('textarea', 'unseen');
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
  };

  const copy = async (button) => {
    await copied(button.closest('.diff, li').querySelector('ins, .full').textContent.trim());
    const label = [...button.childNodes];
    button.replaceChildren('Copied');
    button.disabled = true;
    setTimeout(() => {
      button.replaceChildren(...label);
      button.disabled = false;
    }, 1500);
  };

  const options = (id, names) => {
    byId(id).append(...names.filter((name) => name).sort().slice(0, MOST_OPTIONS).map((name) => {
      const option = document.createElement('option');
      option.value = name;
      return option;
    }));
  };

  document.documentElement.classList.add('scripted');
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button.copy');
    if (button) {
      copy(button);
    }
  });
  addEventListener('hashchange', follow);
  addEventListener('beforeprint', () => listings.forEach((each) => each.print()));
  addEventListener('afterprint', () => listings.forEach((each) => each.show(each.page)));

  if (controls) {
    const used = new Set(findings.map((finding) => finding[TARGET]));
    options('hosts', [...new Set([...used].map((target) => index.hosts[(index.targets[target] || [])[HOST]]))]);
    options('documents', index.documents.map(([path]) => path));
    let waiting;
    whenever(controls, () => {
      clearTimeout(waiting);
      waiting = setTimeout(filter, 80);
    });
    byId('clear').addEventListener('click', () => {
      clear();
      byId('words').focus();
    });
    for (const step of document.querySelectorAll('.steps [data-rule]')) {
      step.addEventListener('click', (event) => {
        event.preventDefault();
        clear();
        byId('rule').value = step.dataset.rule;
        filter();
        byId('findings-title').focus();
        byId('findings').scrollIntoView();
      });
    }
  }
  if (findings.length) {
    listings.push(listing);
    filter();
    follow();
  }
  targets();
})();
