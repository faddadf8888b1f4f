"""Answers to parameter_count, as students write them."""

import numpy as np


def right_plain(hidden_width):
    return 3 * hidden_width + 1


def right_float(h):
    return float(3 * h + 1)


def right_generator_summed(hidden_width):
    return sum(3 for _ in range(hidden_width)) + 1


def right_array(h):
    return np.array([3 * h + 1])


def right_letters(h):
    return len([*h * "wbv", "c"])


def right_layers(hidden_width, n_inputs=1, n_outputs=1):
    hidden = hidden_width * (n_inputs + 1)
    output = n_outputs * (hidden_width + 1)
    return hidden + output


def right_loop(hidden_width):
    count = 1
    for _ in range(hidden_width):
        count += 1
        count += 1
        count += 1
    return count


def right_sizes_of_arrays(hidden_width):
    w = np.zeros(hidden_width)
    b = np.zeros(hidden_width)
    v = np.zeros(hidden_width)
    c = np.zeros(1)
    return w.size + b.size + v.size + c.size


def right_recursive(hidden_width):
    if hidden_width == 0:
        return 1
    return 3 + right_recursive(hidden_width - 1)


def right_shapes(hidden_width):
    shapes = [(1, hidden_width), (hidden_width,), (hidden_width, 1), (1,)]
    return np.sum([np.prod(shape) for shape in shapes])


def right_early_return(hidden_width):
    if hidden_width == 1:
        return 4
    return 4 + 3 * (hidden_width - 1)


def right_list(hidden_width):
    return [hidden_width * 3 + 1]


def right_small_int(hidden_width):
    return np.int16(np.int16(hidden_width) * 3 + 1)


def mistake_no_output_bias_1(h):
    return 3 * h


def mistake_no_output_bias_2(hidden_width):
    w = b = v = np.ones(hidden_width)
    return len(w) + len(b) + len(v)


def near_no_output_bias_1(h):
    return 3


def near_no_output_bias_2(h):
    return h**3


def mistake_minus_1(h):
    return 3 * h - 1


def mistake_minus_2(hidden_width):
    return hidden_width * 3 - 1


def near_minus_1(h):
    return 1 - 3 * h


def near_minus_2(h):
    return 3 * (h - 1)


def mistake_one_short_a_unit_1(h):
    return 2 * h + 1


def mistake_one_short_a_unit_2(hidden_width):
    weights = hidden_width
    biases = hidden_width + 1
    return weights + biases


def near_one_short_a_unit_1(h):
    return 2 * h + 2


def near_one_short_a_unit_2(h):
    return h + 2


def mistake_no_biases_1(h):
    return 2 * h


def mistake_no_biases_2(hidden_width):
    return hidden_width + hidden_width


def near_no_biases_1(h):
    return h


def near_no_biases_2(h):
    return h**2


def mistake_output_bias_per_unit_1(h):
    return 4 * h


def mistake_output_bias_per_unit_2(hidden_width):
    total = 0
    for _ in range(hidden_width):
        total += 3
        total += 1
    return total


def near_output_bias_per_unit_1(h):
    return 4 * h + 1


def near_output_bias_per_unit_2(h):
    return 4**h


def mistake_output_as_a_unit_1(h):
    return 3 * h + 3


def mistake_output_as_a_unit_2(hidden_width):
    return 3 * (hidden_width + 1)


def near_output_as_a_unit_1(h):
    return 3 + h


def near_output_as_a_unit_2(h):
    return 3 * (h + 2)


def mistake_input_with_a_bias_1(h):
    return 3 * h + 2


def mistake_input_with_a_bias_2(hidden_width):
    biases = 1 + hidden_width + 1
    weights = hidden_width + hidden_width
    return biases + weights


def near_input_with_a_bias_1(h):
    return 2 * h + 3


def near_input_with_a_bias_2(h):
    return 3 * h + 4


def mistake_only_output_layer_1(h):
    return h + 1


def mistake_only_output_layer_2(hidden_width):
    return len(np.zeros(hidden_width)) + 1


def near_only_output_layer_1(h):
    return h - 1


def near_only_output_layer_2(h):
    return h + 3


def mistake_one_for_all_units_1(h):
    return 3 + 1


def mistake_one_for_all_units_2(hidden_width):
    w, b, v, c = "wbvc"
    return len([w, b, v, c])


def near_one_for_all_units_1(h):
    return 5


def near_one_for_all_units_2(h):
    return 31


def mistake_all_pairs_1(h):
    return h**2 + 3 * h + 1


def mistake_all_pairs_2(hidden_width):
    between = hidden_width * hidden_width
    return between + 3 * hidden_width + 1


def near_all_pairs_1(h):
    return h**2 + 1


def near_all_pairs_2(h):
    return (h + 1) * (h + 2)


def symptom_print_for_return_1(hidden_width):
    print(3 * hidden_width + 1)


def symptom_text_1(hidden_width):
    return f"{3 * hidden_width + 1}"


def symptom_constant_1(hidden_width):
    return 10


def symptom_argument_back_1(hidden_width):
    return hidden_width


def symptom_trailing_comma_1(hidden_width):
    return (3 * hidden_width + 1,)


def wrong_for_ten_only(h):
    return 31 if h == 10 else h


def wrong_factorial(h):
    return int(np.prod(np.arange(1, h + 1, dtype=float)))


def wrong_letters_of_another_network(h, n_inputs=2):
    return h * (n_inputs + 1) + h + 1


def wrong_misspelt(h):
    return 3 * hidden + 1  # noqa: F821
