//! Quantiles of the gamma distribution, for sampling intervals. Nothing else.
//!
//! The incomplete gamma function by its series below the mean and by Lentz's continued fraction above it (Abramowitz
//! and Stegun 6.5.29 and 6.5.31); the quantile by Newton steps that bisection keeps in bounds. From shape 500 on,
//! Wilson and Hilferty's cube root of a normal variable is right to five digits and costs nothing.

/// The value that a gamma variable of `shape` and scale 1 stays under with `probability`, which is 0.05 or 0.95 here
/// and must lie inside 0 to 1. 0 for shapes that are not positive.
pub(crate) fn gamma_quantile(shape: f64, probability: f64) -> f64 {
    if !(shape > 0.0 && shape.is_finite()) {
        return 0.0;
    }
    let estimate = wilson_hilferty(shape, probability);
    if shape >= 500.0 {
        return estimate;
    }
    let (mut low, mut high) = (0.0, f64::INFINITY);
    let mut value = if estimate > 0.0 { estimate } else { shape };
    let log_gamma = log_gamma(shape);
    for _ in 0..200 {
        let error = lower_gamma(shape, value, log_gamma) - probability;
        if error < 0.0 {
            low = value;
        } else {
            high = value;
        }
        let density = ((shape - 1.0) * value.ln() - value - log_gamma).exp();
        let newton = value - error / density;
        let next = if newton > low && newton < high {
            newton
        } else if high.is_finite() {
            0.5 * (low + high)
        } else {
            value * 2.0
        };
        let step = (next - value).abs();
        value = next;
        if step <= 1e-10 * value || value < f64::MIN_POSITIVE {
            break;
        }
    }
    value
}

fn wilson_hilferty(shape: f64, probability: f64) -> f64 {
    let root = 1.0 - 1.0 / (9.0 * shape) + normal_quantile(probability) / (3.0 * shape.sqrt());
    shape * root.powi(3)
}

/// Abramowitz and Stegun 26.2.23, right to 4.5e-4; the two probabilities in use are given in full.
fn normal_quantile(probability: f64) -> f64 {
    const AT_95_PERCENT: f64 = 1.644_853_626_951_472_7;
    if probability == 0.95 {
        return AT_95_PERCENT;
    }
    if probability == 0.05 {
        return -AT_95_PERCENT;
    }
    let tail = probability.min(1.0 - probability);
    let t = (-2.0 * tail.ln()).sqrt();
    let value = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    if probability < 0.5 { -value } else { value }
}

/// The regularised lower incomplete gamma function P(shape, x).
fn lower_gamma(shape: f64, x: f64, log_gamma: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let front = (shape * x.ln() - x - log_gamma).exp();
    if x < shape + 1.0 {
        let (mut term, mut sum, mut at) = (1.0 / shape, 1.0 / shape, shape);
        while term > sum * 1e-16 {
            at += 1.0;
            term *= x / at;
            sum += term;
        }
        return front * sum;
    }
    let mut b = x + 1.0 - shape;
    let mut c = 1.0 / 1e-300;
    let mut d = 1.0 / b;
    let mut fraction = d;
    for step in 1..10_000 {
        let step = f64::from(step);
        let a = -step * (step - shape);
        b += 2.0;
        d = 1.0 / away_from_zero(a * d + b);
        c = away_from_zero(b + a / c);
        fraction *= d * c;
        if (d * c - 1.0).abs() < 1e-15 {
            break;
        }
    }
    1.0 - front * fraction
}

fn away_from_zero(value: f64) -> f64 {
    if value.abs() < 1e-300 { 1e-300 } else { value }
}

/// ln Gamma(x) for x > 0, by Stirling's series after shifting x above 10.
fn log_gamma(x: f64) -> f64 {
    let (mut x, mut shift) = (x, 0.0);
    while x < 10.0 {
        shift -= x.ln();
        x += 1.0;
    }
    let inverse = 1.0 / x;
    let square = inverse * inverse;
    let series = inverse * (1.0 / 12.0 - square * (1.0 / 360.0 - square * (1.0 / 1260.0 - square / 1680.0)));
    shift + (x - 0.5) * x.ln() - x + 0.5 * (2.0 * std::f64::consts::PI).ln() + series
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_agree_with_tables_of_chi_squared() {
        // Half the chi-squared quantile with 2 * shape degrees of freedom, from printed tables.
        for (shape, probability, expected) in [
            (0.5, 0.05, 0.00393214 / 2.0),
            (0.5, 0.95, 3.841459 / 2.0),
            (1.0, 0.95, 5.991465 / 2.0),
            (5.0, 0.05, 3.940299 / 2.0),
            (5.0, 0.95, 18.307038 / 2.0),
            (15.0, 0.05, 18.492661 / 2.0),
            (15.0, 0.95, 43.772972 / 2.0),
            (50.0, 0.05, 77.929465 / 2.0),
            (50.0, 0.95, 124.342113 / 2.0),
        ] {
            let found = gamma_quantile(shape, probability);
            assert!((found / expected - 1.0).abs() < 2e-6, "{shape} {probability}: {found}, not {expected}");
        }
    }

    #[test]
    fn the_estimate_for_large_shapes_joins_the_exact_one() {
        for probability in [0.05, 0.95] {
            let (below, above) = (gamma_quantile(499.999, probability), gamma_quantile(500.0, probability));
            assert!((above / below - 1.0).abs() < 1e-5, "{below} {above}");
        }
    }

    #[test]
    fn absurd_shapes_give_an_answer() {
        for shape in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(gamma_quantile(shape, 0.95), 0.0);
        }
        for shape in [1e-9, 1e-3, 1e18] {
            assert!(gamma_quantile(shape, 0.95).is_finite());
            assert!(gamma_quantile(shape, 0.05) >= 0.0);
        }
    }
}
