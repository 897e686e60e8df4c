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
        const target = [...document.querySelectorAll(`[data-key="${CSS.escape(event.key)}"]`)]
            .find((element) => element.checkVisibility() && !element.closest('.decision-form'));
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
            if (!this.isConnected || !this.#options || !window.echarts) {
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

    customElements.define('consumo-ago', Ago);
    customElements.define('consumo-chart', Chart);
})();
