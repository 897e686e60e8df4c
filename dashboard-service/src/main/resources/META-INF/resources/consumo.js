/* What the browser does by itself: charts, running times, the theme and the search key. No figure is computed here. */
(() => {
    'use strict';

    const root = document.documentElement;

    window.consumo = {
        remember(name, value) {
            document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
        },
        isDark() {
            const chosen = root.dataset.theme;
            return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
        },
    };

    document.addEventListener('click', (event) => {
        if (event.target.closest?.('[data-action=theme]')) {
            root.dataset.theme = consumo.isDark() ? 'light' : 'dark';
            consumo.remember('consumo-theme', root.dataset.theme);
        }
    });

    /** Keys that stand for a click, or for focus on what cannot be clicked. */
    const press = (target) => (target.matches('button, a') ? target.click() : target.focus());

    /** What was typed between the key that opens a form and the form being there; null while none is awaited. */
    let ahead = null;

    document.addEventListener('focusin', (event) => {
        if (ahead !== null && event.target.closest?.('.decision-form')) {
            if (event.target.matches('textarea') && ahead) {
                event.target.value += ahead;
                event.target.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
            }
            ahead = null;
        }
    });

    document.addEventListener('keydown', (event) => {
        if (ahead !== null && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
            ahead += event.key;
            event.preventDefault();
            return;
        }
        const path = event.composedPath();
        const form = path.find((element) => element.matches?.('.decision-form'));
        const chord = event.ctrlKey || event.metaKey ? `Control+${event.key}` : event.key;
        if (form && (chord === 'Control+Enter' || (chord === 'Escape' && !document.querySelector('vaadin-select[opened]')))) {
            event.preventDefault();
            press(form.querySelector(`[data-key="${chord}"]`));
            return;
        }
        const busy = path[0].matches?.('input, textarea, select, [contenteditable]')
            || path.some((element) => element.matches?.('vaadin-dialog, vaadin-menu-bar, vaadin-select, vaadin-combo-box'))
            || (event.key === 'Enter' && path[0].matches?.('a, button, summary'));
        if (busy || event.ctrlKey || event.metaKey || event.altKey || event.repeat && event.key.length > 1) {
            return;
        }
        const targets = [...document.querySelectorAll(`[data-key="${CSS.escape(event.key)}"]`)]
            .filter((element) => element.checkVisibility() && !element.closest('.decision-form'));
        // Toasts stand in the order in which they came; what was done last is what a key takes back.
        const target = targets.findLast((element) => element.matches('.toast-undo')) ?? targets[0];
        if (target) {
            event.preventDefault();
            press(target);
            if (target.matches('.asks')) {
                ahead = '';
                setTimeout(() => (ahead = null), 3000);
            }
        }
    });

    document.addEventListener('keydown', (event) => {
        const typing = event.composedPath()[0].matches?.('input, textarea, select, [contenteditable]');
        const search = document.querySelector('[data-search]');
        const wanted = (event.key === '/' && !typing) || (event.key === 'k' && (event.ctrlKey || event.metaKey));
        if (wanted && search) {
            event.preventDefault();
            search.focus();
            search.inputElement?.select();
        }
    });

    /** Counts on how long ago something was: "4 s ago". */
    const units = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];
    const agos = new Set();

    class Ago extends HTMLElement {
        static observedAttributes = ['at', 'pattern'];

        connectedCallback() {
            agos.add(this);
            this.tell();
        }

        disconnectedCallback() {
            agos.delete(this);
        }

        attributeChangedCallback() {
            this.tell();
        }

        tell() {
            const at = Date.parse(this.getAttribute('at'));
            const pattern = this.getAttribute('pattern');
            if (Number.isNaN(at) || !pattern) {
                return;
            }
            const seconds = Math.max(0, Math.floor((Date.now() - at) / 1000));
            const [size, unit] = units.find(([length]) => seconds >= length) ?? units.at(-1);
            const text = pattern.replace('#', `${Math.floor(seconds / size)}\u202f${unit}`);
            if (this.textContent !== text) {
                this.textContent = text;
            }
        }
    }
    setInterval(() => agos.forEach((ago) => ago.tell()), 1000);

    /** An ECharts chart; colours are tokens of the style sheet, resolved for the theme in use. */
    class Chart extends HTMLElement {
        #chart;
        #options;
        #sizes = new ResizeObserver(() => this.#chart?.resize());
        #themes = new MutationObserver(() => this.#draw());
        #system = matchMedia('(prefers-color-scheme: dark)');
        #onSystem = () => this.#draw();

        connectedCallback() {
            this.#sizes.observe(this);
            this.#themes.observe(root, {attributes: true, attributeFilter: ['data-theme']});
            this.#system.addEventListener('change', this.#onSystem);
            if (Object.hasOwn(this, 'options')) {
                const early = this.options;
                delete this.options;
                this.options = early;
            }
            this.#draw();
        }

        disconnectedCallback() {
            this.#sizes.disconnect();
            this.#themes.disconnect();
            this.#system.removeEventListener('change', this.#onSystem);
            this.#chart?.dispose();
            this.#chart = undefined;
        }

        set options(options) {
            this.#options = options;
            this.#draw();
        }

        get options() {
            return this.#options;
        }

        /** Takes series and texts that changed; zoom and tooltip stay as they are. */
        change({series = [], consumo: own = this.#options.consumo}) {
            series.forEach((changed) => {
                const index = this.#options.series.findIndex(({id}) => id === changed.id);
                this.#options.series[index] = changed;
            });
            this.#options.consumo = own;
            this.#chart?.setOption({series: this.#coloured(series)});
        }

        #draw() {
            if (!this.isConnected || !this.#options) {
                return;
            }
            if (!window.echarts) {
                // The library is still under way.
                setTimeout(() => this.#draw(), 50);
                return;
            }
            this.#chart ??= echarts.init(this, null, {renderer: 'svg'});
            const zoom = this.#chart.getOption()?.dataZoom?.[0];
            const options = this.#coloured(this.#options);
            delete options.consumo;
            const own = () => this.#options.consumo;
            const style = getComputedStyle(this);
            options.textStyle = {fontFamily: style.fontFamily};
            options.xAxis.axisLabel.formatter = (name, index) => own().ticks[index];
            options.xAxis.axisLabel.interval = (index) => own().ticks[index] !== '';
            const numbers = new Intl.NumberFormat(root.lang, {maximumSignificantDigits: 3});
            options.yAxis.axisLabel.formatter = (value) => numbers.format(value);
            Object.assign(options.tooltip, {
                backgroundColor: this.#resolve('--surface-raised'),
                borderColor: this.#resolve('--line'),
                padding: [8, 12],
                textStyle: {color: this.#resolve('--text'), fontSize: 13},
                formatter: (points) => tip(points[0], own().tips),
            });
            options.dataZoom?.forEach((part) => {
                if (zoom) {
                    Object.assign(part, {start: zoom.start, end: zoom.end});
                }
            });
            this.#chart.setOption(options, true);
        }

        #coloured(part) {
            if (Array.isArray(part)) {
                return part.map((entry) => this.#coloured(entry));
            }
            if (part !== null && typeof part === 'object') {
                return Object.fromEntries(
                    Object.entries(part).map(([key, value]) => [key, this.#coloured(value)]));
            }
            return typeof part === 'string' && part.startsWith('--') ? this.#resolve(part) : part;
        }

        #resolve(token) {
            const probe = document.createElement('i');
            probe.style.color = `var(${token})`;
            this.append(probe);
            const color = getComputedStyle(probe).color;
            probe.remove();
            return color;
        }
    }

    function tip(point, tips) {
        const box = document.createElement('div');
        box.className = 'chart-tip';
        const title = box.appendChild(document.createElement('strong'));
        title.textContent = point.name;
        const list = box.appendChild(document.createElement('dl'));
        (tips[point.dataIndex] ?? []).forEach((text, index) => {
            list.appendChild(document.createElement(index % 2 === 0 ? 'dt' : 'dd')).textContent = text;
        });
        return box;
    }

    /** Hours down, days across; the darkness of a cell tells its energy against the client's most. */
    class Heat extends HTMLElement {
        #map;
        #canvas = document.createElement('canvas');
        #tip = document.createElement('div');
        #sizes = new ResizeObserver(() => this.#draw());
        #themes = new MutationObserver(() => this.#draw());

        connectedCallback() {
            this.#tip.className = 'heat-tip';
            this.#tip.hidden = true;
            this.append(this.#canvas, this.#tip);
            this.#sizes.observe(this);
            this.#themes.observe(root, {attributes: true, attributeFilter: ['data-theme']});
            if (Object.hasOwn(this, 'map')) {
                const early = this.map;
                delete this.map;
                this.map = early;
            }
            this.addEventListener('pointermove', (event) => this.#tell(event));
            this.addEventListener('pointerleave', () => (this.#tip.hidden = true));
        }

        disconnectedCallback() {
            this.#sizes.disconnect();
            this.#themes.disconnect();
        }

        set map(map) {
            this.#map = map;
            this.#draw();
        }

        get map() {
            return this.#map;
        }

        /** Where the cells lie: left of them the hours, below them the days. */
        get #box() {
            const [left, bottom] = [40, 22];
            return {
                left,
                height: this.clientHeight - bottom,
                cell: (this.clientWidth - left) / this.#map.columns.length,
                row: (this.clientHeight - bottom) / 24,
            };
        }

        #draw() {
            if (!this.#map || !this.clientWidth) {
                return;
            }
            const scale = devicePixelRatio;
            this.#canvas.width = this.clientWidth * scale;
            this.#canvas.height = this.clientHeight * scale;
            const pen = this.#canvas.getContext('2d');
            pen.scale(scale, scale);
            const style = getComputedStyle(this);
            const color = (token) => rgb(style.getPropertyValue(token), this);
            const [low, middle, high] = ['--heat-0', '--heat-1', '--heat-2'].map(color);
            const {left, height, cell, row} = this.#box;
            const all = this.#map.columns.flatMap(({kwh}) => kwh).filter((value) => value !== null).sort((a, b) => a - b);
            const most = all[Math.floor(all.length * .995)] || 1;
            this.#map.columns.forEach((column, x) => column.kwh.forEach((value, hour) => {
                if (value === null) {
                    return;
                }
                const share = Math.min(1, value / most);
                const [from, to, part] = share < .5 ? [low, middle, share * 2] : [middle, high, share * 2 - 1];
                pen.fillStyle = `rgb(${from.map((v, i) => Math.round(v + (to[i] - v) * part)).join(' ')})`;
                pen.fillRect(left + x * cell + .5, hour * row + .5, Math.max(1, cell - 1), Math.max(1, row - 1));
            }));
            const text = style.color;
            pen.font = `12px ${style.fontFamily}`;
            pen.fillStyle = text;
            pen.textBaseline = 'middle';
            [0, 6, 12, 18].forEach((hour) => pen.fillText(`${String(hour).padStart(2, '0')}:00`, 0, hour * row + row / 2 + 1));
            pen.textAlign = 'center';
            let free = 0;
            this.#map.columns.forEach(({tick, marked}, x) => {
                const middleX = left + (x + .5) * cell;
                const width = pen.measureText(tick).width;
                if (tick && middleX - width / 2 >= free && middleX + width / 2 <= this.clientWidth) {
                    pen.fillText(tick, middleX, height + 14);
                    free = middleX + width / 2 + 8;
                }
                if (marked) {
                    pen.fillStyle = `rgb(${color('--accent').join(' ')})`;
                    pen.fillRect(left + x * cell + .5, height + 1, Math.max(1, cell - 1), 3);
                    pen.fillStyle = text;
                }
            });
        }

        #tell(event) {
            const {left, cell, row} = this.#box;
            const bounds = this.getBoundingClientRect();
            const [x, y] = [event.clientX - bounds.left, event.clientY - bounds.top];
            const column = this.#map.columns[Math.floor((x - left) / cell)];
            const hour = Math.floor(y / row);
            this.#tip.hidden = x < left || !column || hour > 23;
            if (!this.#tip.hidden) {
                const value = column.kwh[hour];
                const numbers = new Intl.NumberFormat(root.lang, {maximumSignificantDigits: 3});
                this.#tip.textContent = `${column.name}, ${String(hour).padStart(2, '0')}:00 · `
                    + (value === null ? this.#map.missing : `${numbers.format(value)}\u202fkWh`);
                this.#tip.style.left = `${Math.min(x + 12, bounds.width - this.#tip.offsetWidth)}px`;
                this.#tip.style.top = `${Math.min(y + 14, bounds.height - 30)}px`;
            }
        }
    }

    /** Red, green and blue of a token's value for the theme in use. */
    function rgb(value, host) {
        const probe = document.createElement('i');
        probe.style.color = value;
        host.append(probe);
        const color = getComputedStyle(probe).color;
        probe.remove();
        return color.match(/[\d.]+/g).slice(0, 3).map(Number);
    }

    customElements.define('consumo-ago', Ago);
    customElements.define('consumo-heat', Heat);
    customElements.define('consumo-chart', Chart);
})();
